"""Chinese for the rule secret-request, as scripts/checks/lib/secrets_en.py is English."""

import re
from itertools import filterfalse
from typing import NamedTuple

from .patterns import table
from .secrets_en import any_case, blank

# Which secret: those that open a wallet, those that open an account
KEYS = table(r"""
word :: 助记词|助记詞|恢复短语|恢复词|种子词|种子短语|种子密语|种子|密语|单词短语|组词|私钥|密钥|设置码|钱包文件 :: {}
number :: (?:12|24|十二|二十四) ?个(?:英文)?(?:单词|词|助记词|字)|keystore(?: ?文件)? :: 12 个单词""")
CODES = table(r"""
password :: 密码(?!错)|口令|验证器?的?代?码|2FA ?码?|PIN ?码?|OTP|CVV|六位数字?|6 ?位(?:数字|码|数) :: 登录密码
sent :: 校验码|动态码|确认码|备用码|备份码|恢复码|安全码|短信码|一次性码 :: 短信{}""")
NOT_SECRET = re.compile(r"密码(?:管理器|学|短语|规则|重置)|密钥(?:库|管理)|种子选手")
SECRET = any_case(f"(?P<key>{KEYS.pattern})|(?P<code>{CODES.pattern})")

# Which act: what gives it away by itself, what does with somebody who listens, what types it somewhere
GIVE = table(r"""
send :: 发给|发送|发到|发来|发至|发过来|发过去|发我|发一下|发下|发(?=在|到|往|去) :: 把助记词发到群里
pass :: 传给|传到|传送|传过来|传来|传真|转发|转给|转告|递给|寄给|寄到|递交|上传|共享|同步给|提交|提供 :: 把助记词{}客服
hand :: 交给|交到|交由|交出|交予|交上|给到|出示|呈交|上报|报给|报上|报一|报出|汇报|分享|透露 :: 把助记词{}客服
give :: 给(?=我们|客服|官方|人工|他们|工作人员|专员|平台|TPWallet|技术|对方|管理员|运营|专人|.{0,6}(?:看|核对|确认|验证|
    检查)) :: 给客服
say :: 告诉|告知|念给|念出|念一|念(?=给|出|到|下)|读给|读出|读一|说给|说一|口述|口令发|私信|邮件发 :: 念给客服
write :: 回复|留言|留在|贴到|贴在|粘贴到|附上|附在|附带|写给|填给|备注|晒|拍摄|截图|截个图|截屏|截下 :: 把密码{}这里
shoot :: 拍一?张|拍(?=成|给|照|下) :: 拍一张助记词
let :: 让(?:官方|人工)?(?:客服|我们|工作人员|技术人员|对方|专员)(?:看|检查|核对|知道)|核对一下 :: 让客服看助记词""")
MAY_GIVE = table(r"""
say :: 发出|附|口头|说明|注明|写明|报告|说出|展示|留下|公开|准备好|备好|发(?!生|现|票) :: 准备好密码""")
ENTER = table(r"""
type :: 输入|填写|填入|填到|填在|填上|填好|填|键入|粘贴|录入|登记|输[到进在]|打[在进]|贴进 :: 填好助记词
write :: 写[入在到进上]|提交到|补充|导入|扫描 :: 写入助记词
keep :: 保存(?:到|在)|存(?:到|在|进)|备份(?:到|在)|复制到|放(?:到|在|进) :: 把助记词存到网盘""")
ACT = re.compile(f"(?P<give>{GIVE.pattern})|(?P<may>{MAY_GIVE.pattern})|(?P<enter>{ENTER.pattern})")
TYPED = re.compile(r"输入|填|键入|粘贴|录入")
TO_READER = re.compile(r"[向给](?:用户|[你您])$")  # 系统会向你发送验证码
COMES = re.compile(  # how a code reaches the reader
    r"(?:会|就|将|都|一般|通常|是)*(?:发送?到|发给|发来|发至|寄到|发送?给)(?:[你您旧新了的]|这个|那个|注册|手机|邮箱|"
    r"号码|原来|绑定)")
NEXT = re.compile(  # a verb after one comma still means the secret before it
    r"[，,：:](?:[请要应都再并就且]|需要|必须|可以|然后|马上|立即|尽快|一并|直接|全部|完整地?)*"
    rf"(?:{GIVE.pattern}|{MAY_GIVE.pattern})[^，。：:；！？|—]*")
OPEN = re.compile(  # so that the comma comes right after the secret
    r"(?:[、和及或与以][^，不别]{0,16}|等|都|(?:收到|拿到|抄好|写好|来了?|到了?)(?:之?后|以后)?)?")

# Is it refused? Does the sentence report or warn?
NEGATED = table(r"""
not :: 不(?!妨|仅|但|止|得不|管|论|了|清楚|对|上|成功|能登录|到|用担心|必担心|行|便|通|可以?时|见|出|动|足) :: 不要
stop :: 别(?!忘|的|处|名|人)|勿|莫|禁止|严禁|拒绝|避免|休|以免|免得|防|而非|无权|从未|未(?=曾) :: 切勿
none :: 没有?(?:任何)?(?:人|谁|必要|理由)|谁[都也要]|无需|无须|遮住|打码|抹掉|涂掉|删掉|去掉|挡住|藏好 :: 没有人""")
NOT_NEGATED = table(r"""
forget :: (?:要|别|不|勿|莫)忘|不妨|不得不|不仅|不但|不只|[别要]犹豫|不要拖|不用怕|[要别]怕|[别用必]担心 :: 别忘
fails :: 不(?:成功|[了到上](?:时|的话|就|账|去)) :: 收不到时""")
THEN = re.compile(r"时|就|请|后|的话|则|(?<!要)(?<!别)(?<!勿)(?<!不)再(?!次)|才|只好|而是")  # ends what a "not" governs
REPORT = table(r"""
lure :: (?<!我们)(?<!客服)(?<!人员)(?:骗|假(?!如|设)|诱|哄|催|逼|引导|冒充|自称|谎称|声称|怂恿|索要|索取) :: 骗你
ask :: (?<!需)(?<!只)(?<!主)(?<!不)(?:要|让|叫|要求|催)(?=[你您]) :: 要你
who :: 有人|谁|凡是|任何人|对方|他们|骗子|陌生|钓鱼|“客服”|“官方”|“专员” :: {}要助记词
past :: 曾|已|误|不小心|以为|什么时候|为什么|能不能|是否 :: {}发""")
SCAM = table(r"""
is :: 是(?:一种|个)?(?:骗|诈骗|假|钓鱼|圈套|陷阱|偷)|骗局|骗子|假的|诈骗|钓鱼|冒充|不是真 :: 是骗局
first :: 关掉|偷币|当作泄露|泄露了|^\W*(?:骗|假|偷|诱饵|小偷) :: 骗人的""")
EXCEPT = table(r"""
but :: 除(?:了|非)?[^，。]{0,8}?(?:官方|客服|我们|人工|工作人员|TPWallet|平台) :: 除了客服
aside :: (?:官方|客服|我们|工作人员|TPWallet)[^，。]{0,6}?(?:除外|例外|以外) :: 官方客服除外
only :: 只[^，。]{0,4}?(?:告诉|给|向)[^，。]{0,6}?(?:客服|官方|我们|人工|工作人员|TPWallet) :: 只发给客服""")
REFUSES = re.compile(r"不|别|勿|骗|假|遮|打码")
LEAD_ASKS = re.compile(r"(?:准备好|备好|提供|发送|附上|给客服|告诉客服)[^\n]*[:：]\s*$")

# Does it leave the reader's hands? Who listens, where it is typed, what for
PEOPLE = table(r"""
us :: 我们|客服|官方|人工|工作人员|专员|技术人员|技术支持|技术团队|管理员|运营|团队|平台方|TPWallet|专人|坐席 :: 给{}
others :: 对方|顾问|助理|助手|他们|别人|机器人|客户经理|支持人员|群主|热线|好友|家人|朋友 :: 给{}""")
PLACES = table(r"""
web :: 网页|网站|官网|页面|表单|表格|链接|弹窗|浏览器|窗口|框|栏|入口|后台|系统|插件|查询器|校验器|聊天|对话 :: 在{}里
talk :: 私信|邮件|邮箱|群|电报|微信|QQ|Telegram|WhatsApp|Discord|推特|机器人|评论|留言|工单|请求|问卷|附件|
    工具 :: 在{}里
ask :: 客服|我们|官方|工作人员|人工|专员|搜索|小程序|第三方|在线|下方|下面|以下|这里|此处|此页|本页|本文 :: 在{}填
keep :: 云盘|网盘|相册|备忘录|笔记|文档|收藏|草稿|云端|iCloud|电脑|电话|通话|视频|镜头|摄像头 :: 存到{}
some :: 表(?=里|中|内)|短信里?回 :: 填到表里""")
OUTSIDE = re.compile(rf"(?:填入|输入|录入|写入|贴入)到?(?:下方|下面|以下|这里|此处|本页|网页|网站|表单|表格|对话框|"
    rf"聊天|框)|[在到进给至于向跟过][^，。；！？]{{0,12}}?{PLACES.pattern}|{PEOPLE.pattern}|"
    rf"{PLACES.pattern}[^，。；！？]{{0,9}}?(?:输入|填|粘贴|键入|导入|录入|写)")
LISTENS = re.compile(rf"{PEOPLE.pattern}|{PLACES.pattern}|给(?!了|过)|以便|方便|便于|用于|供")
PURPOSE = re.compile(r"(?:以|来|就能|即可|才能|便可|就|用于|用来|进行|完成|后|可以?|，|从而|方便|为了|帮[你您]|"
    r"我们)[^，。]{0,6}?(?:验证|核实|激活|同步|解锁|解冻|领取|升级|认证|确认(?:身份|所有权|是你|归属|你)|核对|证明|"
    r"查询|找回资产|校验|迁移|领奖|空投|退款|排查|处理|查看|查一?下|修复)")
IN_APP = any_case(r"App|应用里|硬件|设备上|新手机|纸|抄|登录页|银行|离线|手写|恢复|导入")
GENUINE = re.compile(r"纸|(?:正版|官方) ?App|从(?:正版)? ?App")
LOGIN = re.compile(r"登录(?:页|界面|框|窗口)|银行|密码管理器|App|手机(?:上|里)收")
ORIGIN = re.compile(r"在?从?(?:[你您]的)?[旧新]?(?:注册)?(?:邮箱|短信|邮件|手机|号码)[里中上]?(?:收到|发来|的|显示)")
GO = re.compile(r"(?:打开|访问|点开|进入|点击|点|扫描?)[^，。]{0,6}?(?:网页|网站|官网|链接|页面|表单|二维码)[^。]*$")
LOGIN_WEB = re.compile(
    r"[用凭][^，]{0,10}(?:网页|网站|官网|页面|链接)[^，]{0,4}登[录入]|(?:网页|网站|官网|"
    r"页面)[^，]{0,6}[用凭][^，]{0,10}登[录入]"
)

# Said without telling the reader: who asks, what is needed, what follows in a list
WE_ASK = re.compile(r"(?<![假“冒充称])(?:我们|客服|官方|工作人员|人工|专员|技术人员|平台|TPWallet|系统|人员|热线|"
    r"坐席)(?!”)[^，。；！？“]{0,10}?(?:会[要让请问]|会向(?!(?:用户|[你您]).?[发提显])|可能[要会]|请[你您]|[要需]|"
    r"索取|核实|核对|询?问)[^，。；！？]{0,14}$")
NEED = re.compile(r"(?:需要|[要须请得]|应当?)[先再还你您]*(?:同时|一并|另外)?(?:有|用|准备|备好|核对|验证|核实|确认|"
    r"凭)?(?:[你您]的?|钱包的?|完整的?|全部的?|好)*$")
LIST = re.compile(
    r"^[^不别勿没谁]*(?:给|告诉)(?:官方|人工|在线)?(?:客服|我们|工作人员|"
    r"专员)[^，。不别勿没谁]{0,10}[：:][^。；不别勿没]*$"
)
IT = re.compile(r"[把将](?:它们?|[这那]些词|这组词|词|照片|截图|图片|这个码|码|内容|纸|结果)[^，。]{0,8}?"
    rf"(?:{GIVE.pattern}|填|输入|粘贴)|(?:{GIVE.pattern})(?:它|给?我们|给?客服|给?官方)")
POLITE = re.compile(r"(?!)")  # no question asks for it
OF = re.compile(r"^[的过](?!客服|官方|是|截图|照片|内容|图)|^[^，。]*的$")  # only part of what something is called
CLAUSE = re.compile(r"[，,：:；。！？|—]|(?<!的)但|然后")


class _Act(NamedTuple):
    """A verb, what stands between it and the secret, what follows it; whether it stands after the secret."""

    match: re.Match[str]
    between: str
    tail: str
    after: bool


def sends_it(before: str, text: str) -> int | None:
    """抄下助记词。再把它发给我们。"""
    act = IT.search(text)
    if not act or SECRET.search(text) or not SECRET.search(before) or NEGATED.search(text[: act.start() + 8]):
        return None
    return act.start() if OUTSIDE.search(text) and not REPORT.search(text) else None


def needed(text: str, secret: re.Match[str]) -> bool:
    """客服会要你的验证码；告诉客服：地址、密码；用助记词在官网登录。"""
    if not _stated(text, secret):
        return False
    before = text[: secret.start()]
    left = CLAUSE.split(before)[-1]
    if WE_ASK.search(before) and not re.search("不|“", left):
        return True
    if _negated(re.split(r"[，,；。！？|—]", before)[-1]):
        return False
    around = left + secret[0] + text[secret.end() : secret.end() + 16]
    return bool(LIST.search(before) or (secret["key"] and LOGIN_WEB.search(around)))


def _stated(text: str, secret: re.Match[str]) -> bool:
    """Whether what is said of a secret is neither refused nor a report nor a warning."""
    before, after = text[: secret.start()], text[secret.end() :]
    if OF.match(CLAUSE.split(after)[0]) or SCAM.search(after):
        return False
    topic = re.split(r"[，,；。！？|—]", before)[-1]
    reported = REPORT.search(topic) and not WE_ASK.search(before)
    return bool(EXCEPT.search(text)) or not (_negated(topic) or reported)


def told(text: str, secret: re.Match[str], genuine: bool) -> bool:
    """Whether the reader is told to do something with a secret that gives it away."""
    if not _stated(text, secret):
        return False
    before, after = text[: secret.start()], text[secret.end() :]
    left = CLAUSE.split(before)[-1]
    right = _right(left, after)
    scope = left + secret[0] + right
    acts = [_Act(match, left[match.end() :], right, False) for match in ACT.finditer(left)]
    acts += [_Act(match, right[: match.start()], right[match.end() :], True) for match in ACT.finditer(right)]
    for act in acts if EXCEPT.search(text) else filterfalse(_denied, acts):
        if _described(act):
            continue
        if act.match["enter"]:
            claims = TYPED.search(before) and PURPOSE.match(after) and not IN_APP.search(text)
            if (secret["key"] and (claims or GO.search(before))) or _typed_outside(secret["key"], scope, genuine):
                return True
        elif act.match["give"] or LISTENS.search(text if "备好" in act.match[0] else scope):
            return True
    return bool(secret["key"] and NEED.search(left) and (PURPOSE.search(right) or PEOPLE.search(left + right)))


def _right(left: str, after: str) -> str:
    """The clause after a secret; with the next one, where its verb may mean the secret."""
    right = re.split(r"[，。：:；！？|—]", after)[0]
    if OPEN.fullmatch(right) or ACT.search(left) or re.search("[把将抄写记找打看备]", left):
        more = NEXT.match(after, len(right))
        right += more[0] if more else ""
    return right


def _described(act: _Act) -> bool:
    """Whether the verb only says which secret is meant, or how it came: 填过的、填了、系统会向你发送."""
    follows = act.tail if act.after else act.between
    if re.match("[过了的]", follows) and not re.match("了?(?:之后|以后|后)", act.tail):
        return True
    if not act.after:
        return TO_READER.search(act.match.string[: act.match.start()]) is not None
    named = act.between.endswith("的") and act.match[0][0] in "拍截"
    return bool(named or COMES.match(act.between + act.match[0] + act.tail))


def _denied(act: _Act) -> bool:
    """Whether the verb is denied or reported."""
    said = act.after and (_negated(act.between) or REPORT.search(act.between))
    return bool(said or re.match(r"[^，。]{0,12}?(?:谁[也都]不|不[要能可给]|的$)", act.tail.rstrip("。 ")))


def _negated(clause: str) -> bool:
    """Whether a "not" governs the end of a clause."""
    matches = list(NEGATED.finditer(NOT_NEGATED.sub(blank, clause)))
    return bool(matches) and not THEN.search(clause[matches[-1].end() :])


def _typed_outside(key: str | None, scope: str, genuine: bool) -> bool:
    """Whether what is typed leaves the app. A code may be typed where one logs in, a key nowhere but in the app."""
    scope = ORIGIN.sub(blank, scope)
    if not key:
        return bool(OUTSIDE.search(scope)) and not LOGIN.search(scope)
    if OUTSIDE.search(scope) and not GENUINE.search(scope):
        return True
    return bool(TYPED.search(scope)) and not IN_APP.search(scope) and bool(not genuine or PURPOSE.search(scope))


def listed(text: str, secret: re.Match[str]) -> bool:
    """Whether a secret is one of the things in a list."""
    return re.match(r"\W|$|和|及|以及", text[secret.end() :]) is not None
