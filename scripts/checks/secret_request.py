"""No sentence asks the reader for a recovery phrase, private key, password or code: whoever reads one learns to obey scammers."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from scripts.content import Problem

from .rule import FENCE, MARK, NOT_PROSE, SPOKEN_KEY, File, Source, page

ID = "SEC001"
NAME = "secret-request"
ABOUT = {
    "zh": "不叫读者把助记词、私钥、密码、验证码交给任何人，也不叫他填到 App 以外的地方。",
    "en": "No sentence asks the reader to give anyone a recovery phrase, private key, password or code, or to enter it outside the app.",
}
EXAMPLES = [
    page(
        zh="助记词谁要都不给。要你发助记词的都是骗子。在正版 App 里输入助记词，导入钱包。输入短信收到的验证码。不要把私钥发给任何人，也不要填到网页里。",
        en="Never give anyone your recovery phrase. Anyone who asks you to send a private key is a scammer. Import your recovery phrase in the genuine app. Enter the verification code on the log-in page. Do not\nsend your password to support.",
    ),
    page(zh="| 对方做什么 | 说明 |\n| --- | --- |\n| 领奖要填助记词 | 骗局 |", en="| What they do | Why |\n| --- | --- |\n| To claim, you must type a private key | Theft |"),
    page(zh=f"把助记词发给客服。{MARK}", en=f"Send your recovery phrase to support.{MARK}"),
    page(zh=f"还不行，请提供**私钥**，我们来查。{MARK}", en=f"If nothing works, please provide your **private key**.{MARK}\n\nVerify your wallet by entering your seed phrase on our website.{MARK}"),
    page(zh=f"1. 截图助记词，上传到表单。{MARK}\n2. 等。", en=f"1. Photograph your backup codes and upload them.{MARK}\n2. Wait."),
    page(zh=f"客服会请你念出验证码。{MARK}", en=f"Our support will ask for your verification code.{MARK}"),
    page(zh=f"先抄下助记词。再把它发给客服。{MARK}", en=f"Never share your private key with anyone except our support.{MARK}"),
    page(front={"description": f"description: Enter your 12 words below to verify your wallet.{MARK}"}),
]


class Sentence(NamedTuple):
    text: str
    where: list[tuple[int, int]]  # the line and column of each character
    before: str  # the sentence before it, in the same paragraph
    rest: str  # the later cells of a table's row
    lead: str  # the heading and the line with a colon that it stands below


MARKUP = re.compile(r"[*_`\[\]~]|^\s*>+|!(?=\[)")
BLOCK = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s|#+\s|\||!!!|\?\?\?|===|\{\{|$)")
BULLET = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
END = re.compile(r"[.!?](?=[\s\"'”)]|$)[\"'”)]?|[。！？；][”）]?|$|(?<=[a-z”\"')。}]), ?(?=(?:zh|en): )")
GAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef“”]) +(?=[\u3000-\u9fff\uff00-\uffef“”])")
SEARCHED = ("search.yml", "terms.yml", "navigation.yml", "redirects.yml")  # what readers type, and addresses


@functools.lru_cache(maxsize=1024)
def sentences(file: File) -> tuple[Sentence, ...]:
    """What readers see, sentence by sentence, also where it is broken into lines; without what they type."""
    if file.path.endswith(".svg") or file.path.endswith(SEARCHED):
        return ()
    return tuple(_sentences(file))


def _sentences(file: File) -> Iterator[Sentence]:
    paragraph: list[tuple[int, str]] = []
    heading = lead = ""
    for number, line in [*_lines(file), (0, "")]:
        if paragraph and (BLOCK.match(line) or paragraph[-1][0] < file.body_line <= number or file.path.endswith(".yml")):
            said = "\n".join(text for _, text in paragraph)
            if said.lstrip().startswith("#"):
                heading, lead = said, ""
            elif not BULLET.match(said) and not said.lstrip().startswith("|"):
                lead = said if said.rstrip(" *_").endswith((":", "：")) else ""
            yield from _split(paragraph, f"{heading}\n{lead}")
            paragraph = []
        if line.strip():
            paragraph.append((number, line))


def _lines(file: File) -> Iterator[tuple[int, str]]:
    blank = functools.partial(NOT_PROSE.sub, lambda match: match[0] if match[0][0] == "`" else " " * len(match[0]))
    if not file.path.endswith(".md"):
        yield from ((number, "" if line.lstrip().startswith("#") else line) for number, line in enumerate(file.lines, 1))
        return
    for number, line in enumerate(file.lines, 1):
        if number >= file.body_line:
            yield number, "" if FENCE.match(line) else blank(line)
        elif match := SPOKEN_KEY.match(line):
            yield number, " " * match.end() + line[match.end() :]
            yield number, ""


def _split(paragraph: list[tuple[int, str]], lead: str) -> Iterator[Sentence]:
    text, where = "", []
    for number, line in paragraph:
        line = MARKUP.sub(lambda match: "\0" * len(match[0]), line + " ")
        text += line
        where += [(number, column) for column in range(1, len(line) + 1)]
    if "\0" in text or GAP.search(text):
        bare = [i for i, character in enumerate(text) if character != "\0"]
        joined = "".join(text[i] for i in bare)
        drop = {i for match in GAP.finditer(joined) for i in range(*match.span())}
        bare = [place for i, place in enumerate(bare) if i not in drop]
        text, where = "".join(text[i] for i in bare), [where[i] for i in bare]
    for cell in re.finditer(r"[^|]+", text) if text.lstrip().startswith("|") else [re.match(r"(?s).*", text)]:
        start, before, rest = cell.start(), "", text[cell.end() :].lstrip("| ")
        for end in END.finditer(cell[0]):
            stop = cell.start() + end.end()
            if text[start:stop].strip():
                yield Sentence(text[start:stop], where[start:stop], before, rest, lead)
                before = text[start:stop]
            start = max(start, stop)


# English

KEY = (
    r"(?:(?:secret|seed|recovery|backup|back-up|mnemonic|wallet|12-word|24-word)[ -]+)*(?:phrases?|mnemonics?|seeds?\b|seed words)|mnemonics?|(?:secret|recovery|backup|seed|mnemonic|your|all|the|these|those) (?:\w+ )?words\b|(?:12|24|twelve|twenty-four)[ -](?:\w+ )?words?\b"
    r"|(?:private|secret|spending|signing|wallet|master)[ -]+keys?|key ?store(?: files?| json)?|wallet (?:file|backup)|xprv|set-?up (?:code|key)s?"
)
CODE = (
    r"(?<!a new )(?<!a strong )(?<!a )(?<!a long )(?:\w+[ -])?(?:passwords?|passcodes?|passphrases?|passwd)|(?<!a )PINs?\b(?: codes?| numbers?)?|OTPs?\b|CVV|CVC"
    r"|(?:verification|security|login|log-in|sms|text|text message|one-time|authenticat\w+|2fa|two-factor|two-step|confirmation|otp|backup|back-up|recovery|\w+-digit|six digit|google|access|unlock|e-?mail|reset|setup|scratch)[ -]+codes?|(?:your|the|that|this|any|latest|newest|new) codes?\b(?! of)|codes?\b(?= (?:you|we|sent|from|that|on your|in your|shown|to (?:us|support|the agent)))|2fa|credentials|log-?in details"
)
SECRET = re.compile(rf"(?<![\w-])(?:(?P<key>{KEY})|(?P<code>{CODE}))(?![\w-])", re.IGNORECASE)
NAMED = re.compile(r"phrase|mnemonic|seed|words?\b|keys?\b|key ?store|passw|passcode|\bpin|codes?\b|otp|2fa|cv[vc]|credential|xprv|wallet (?:file|backup)|details", re.IGNORECASE)  # most sentences name nothing of the kind
NOT_SECRET = re.compile(r"\b(?:qr|error|country|source|area|status|invite|invitation|referral|postal|discount|zip|swift|reference|ticket|app|bar|public|phrase of the|password (?:manager|reset|generator|rules)|keyword|other|in (?:your|the) own) (?:codes?|words?)|qr[ -]codes?|password (?:manager|reset|generator|rules|field|recovery)s?|public keys?|security keys?|passkeys?|in other words", re.IGNORECASE)
GIVE = (
    "give|giving|send|sending|share|sharing|tell|telling|provide|providing|submit|submitting|forward|forwarding|e-?mail|e-?mailing|dm|upload|uploading|disclose|disclosing|divulge|supply|supplying|dictate|quote|"
    "recite|hand|handing|pass on|pass|attach|attaching|include|including|transmit|transmitting|deliver|surrender|photograph|photographing|screenshot|screenshotting|post|posting|message|messaging|text|texting|reveal|revealing|communicate|relay|fax|mail|volunteer|"
    "state|mention|report|specify|present|return|reply|respond|replying|drop|leave|turn over|spell|spell out|let us (?:have|know|see)|let (?:support|the agent|an agent|our team|our agent|our staff|them|him|her) (?:have|know|see)|read|reading|say|speak|show|showing|display|hold|take|taking|snap|capture|record|scan|prepare|have|copy|copying|quoting|confirm|confirming|verify|name|publish"
)
ENTER = "enter|entering|type|typing|input|inputting|fill|filling|paste|pasting|key|import|importing|put|putting|write|writing|insert|inserting|add|save|store|keep|back up|note|use|using|complete|completing|sync|synchroni[sz]e|link|re-?enter|retype|restore|log"
ACT = re.compile(rf"\b(?:(?P<give>{GIVE})|(?P<enter>{ENTER}))\b", re.IGNORECASE)
# Not in the hands of somebody else by itself: only with a listener, a camera, a place.
WEAK = re.compile(r"(?:read|reading|say|speak|show|showing|display|hold|take|taking|snap|capture|record|scan|prepare|have|copy|copying|state|mention|specify|present|return|reply|respond|replying|drop|leave|name|pass|confirm|confirming|verify|report|reveal|revealing|text|mail|message|messaging|quote|quoting|spell|publish|post|hand)", re.IGNORECASE)
OTHERS = r"(?:us|support|agents?|staff|team|advisers?|advisors?|specialists?|representatives?|operators?|technicians?|managers?|moderators?|admins?|helpers?|experts?|customer service|customer care|help ?desk|person|employee|caller|engineers?|hotline|someone|somebody|anyone|friend|him|her|them|administrators?|assistant|bot|colleagues?|TPWallet|service desk|live chat)"
PLACE = r"(?:web ?sites?|web ?pages?|pages?|sites?|forms?|chats?|comments?|links?|e-?mails?|messages?|dms?|bots?|telegram|whatsapp|wechat|discord|twitter|facebook|tickets?|requests?|surveys?|pop-?ups?|browsers?|below|here|box|fields?|third[- ]party|phones? call|calls?|phone|portal|tool|screen share|video|camera|cloud|icloud|google drive|drive|album|gallery|notes?(?: app)?|drafts?|online|inbox|document|spreadsheet|group|forum|social media|window|search|url|validator|checker|explorer|dapp|extension|google form|survey|server|conversation|reply|subject line|line|attachment|computer|picture|photo|screenshot|wizard|questionnaire)"
LISTENER = re.compile(
    rf"\b(?:to|with|for|at|from|let) (?:(?:the|our|your|an?|any|official|live|real|human|customer|genuine|that|tpwallet|tpwallet's|verified|online|technical|[\w-]+) ){{0,4}}{OTHERS}\b|\b(?:show|showing|tell|give|read|send|hand|mail|e-?mail|text|message) (?:(?:the|our|your|an?|official|live|genuine|human|customer) ){{0,3}}{OTHERS}\b"
    r"|\b(?:over|by|on) (?:the |a )?(?:phone|telephone|call|video|line|chat|e-?mail|text|message)|\bread(?:ing)? (?:it |them )?(?:out|back)\b|\bout loud|\baloud|\b(?:photo\w*|picture|screenshot|snapshot|selfie|screen recording|scan) (?:of|showing|with)\b|\bto the camera|\bscreen[- ]?shar\w+|\bin (?:your|the|a) (?:ticket|request|message|e-?mail|reply|chat|form|report|comment|post|support request)|\b(?:below|here)\b|\bready for (?:support|us|the agent)|\bwhen (?:support|the agent|we|an agent) (?:asks?|calls?|contacts?)|\breply with|\brespond with|\bwith (?:your|the) (?:support )?(?:request|ticket|message|e-?mail)",
    re.IGNORECASE,
)
OUTSIDE = re.compile(rf"\b(?:in|into|on|onto|to|at|via|through|using|over|by|under|with) (?:(?!app\b|log-?in\b|sign-?in\b|bank's\b|wallet\b)[\w'’-]+ ){{0,5}}?(?:{PLACE}|{OTHERS})\b|\b(?:below|here|online)\b", re.IGNORECASE)
PURPOSE = re.compile(r"\b(?:to|and|so (?:that )?(?:we|you|support) can|in order to|for|we (?:can|will)) (?:\w+ ){0,2}?(?:verify|verification|validate|validation|synchroni[sz]\w+|sync|activat\w+|unlock\w*|unfreeze|upgrade|claim\w*|authenticat\w+|rectif\w+|release|migrat\w+|prove|identify|confirm (?:that )?(?:you|your|ownership)|confirm (?:it is|it's)|airdrop|reward|refund|rebind|receive)", re.IGNORECASE)
IN_APP = re.compile(r"\b(?:app|import\w*|restor\w*|device|hardware wallet|new phone|paper|pen|by hand|metal|log-?in (?:page|screen)|sign-?in (?:page|screen)|bank's|offline)\b", re.IGNORECASE)
LOGIN = re.compile(r"\b(?:(?:log|sign)[- ]?(?:in|up)|bank's|bank) (?:verification )?(?:page|screen|form|window|field|site|website)|\bpassword manager|\bin(?:to)? the (?:genuine |official )?app\b|\bofficial website", re.IGNORECASE)
# What the reader is told to do: at the head of a clause, or after "you must", "please", "by" …
HEAD = re.compile(
    r"(?:^|[,;:.!?—–|(]|\b(?:never|not|don't|don’t|and|or|then|please|just|simply|now|also|first|next|finally|so|but|instead|kindly|always|only|either|immediately|quickly|carefully|directly|again|once more|next,|step \d+:?|by|via|through|try|(?:way|need|needs|required|is|remember|best|easiest|able|ready|sure|want|like|ask|asked|have|necessary|important|enough|fastest|quickest|free|option|solution|step|helpful|good|idea|prepared|wish|agree|possible|useful|simply|order|trick|^) to|"
    r"(?:you|users?|customers?|readers?|holders?|everyone|people)(?: will| may| might| also| then| just| simply| only)* (?:must|should|can|may|will|need to|have to|could|ought to|are (?:required|asked|requested|advised|expected|encouraged|free|able|welcome) to|will (?:need|have|be asked|be required) to)(?: also| then| just| simply| first| only)*|"
    r"(?:required|necessary|needed|requested|best|safe|fine|ok|okay|enough|easiest|helps?|try|recommend|remember|sure|make sure|be ready|be prepared|feel free|don't forget|do not forget|never forget|don't hesitate|do not hesitate|want you|need you|ask you|asks you|ask users|require you|prompt you|instruct you|invite you|advise you|would like you|like you|let us|(?:help|helps|faster|quicker|easier|sooner|only)\b[^.;!?]{0,30}\bif you|could you|can you|would you|will you) (?:to )?(?:\w+ly )?))\W*(?:\w+ly )?$",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"\b(?:never|not|nobody|no one|nowhere|none|without|avoid|refuse(?:s|d)? to|stop|instead of|rather than|neither|nor|cannot|no need to|no reason to|no longer|there is no|no (?:\w+ )?(?:support|agent|staff|employee|one|legitimate|genuine|honest|real)\b[^,;:]*|before you ever|rule out|resist|decline to|hang up|against)\b|n't\b|n’t\b|\bdont\b",
    re.IGNORECASE,
)
DOUBLE = re.compile(r"(?:do not|don't|never|don’t) (?:forget|hesitate|be afraid|worry|fail|wait|delay|mind|be shy|omit|skip|neglect|panic|worry about)|not only|why not|if (?:you|it|the|this|that)\b[^,]*(?:not|n't|cannot)\b[^,]*$|cannot (?:log|find|see|open|get|access|send|receive)|(?:has|have|did|does|is|are|was) ?(?:not|n't)\b|not (?:arrive\w*|work\w*|receiv\w*|sure|yet|possible|solved)|unless|no (?:matter|doubt|problem|worries|later than)", re.IGNORECASE)
EXCEPT = re.compile(rf"\b(?:except|but(?! (?:never|not|do not|don't))|other than|apart from|besides|unless|excluding|save for|aside from)\b,? (?:(?:to|with|for|when|if|it is|it's|you are|asked|by|talking|the|our|an?|official|genuine|real|verified|human|TPWallet|TPWallet's|customer|live|speaking|requested|contacted|authori[sz]ed|trusted|from) )*(?:us|we|our|support|agents?|staff|team|customer service|specialists?|representatives?|employees?|TPWallet|help ?desk)\b", re.IGNORECASE)
NOBODY = re.compile(r"\b(?:to|with|tell|give|show|send|for|by) (?:absolutely )?(?:no one|nobody|none)\b|\bnowhere\b|\b(?:send|share|give|include|enter|type|post|attach|write|show|tell|upload|provide|submit|paste|mention|save|store|keep|put) (?:\w+ ){0,2}?(?:no|neither|nothing|none|not)\b|\b(?:keep|leave|blank|cover|black|redact|crop|blur|hide) (?:\w+ ){0,8}?(?:out|off|up|away|private|secret|to yourself|offline)\b", re.IGNORECASE)
REPORT = re.compile(
    r"\b(?:whoever|(?:any|some|every)(?:one|body|thing) (?:who|that|asking|wanting)|those who|people who|they|scammers?|fraudsters?|thieves|thief|criminals?|attackers?|impostors?|fake|phishing|strangers?|(?:a|any|an|the|some|such|this|no|if a) (?:\w+ ){0,3}(?:website|site|page|message|e-?mail|app|person|caller|popup|pop-up|link|form|bot|group|post|announcement|agent|dapp|offer|tool) (?:that |which |who )?(?:asks?|wants?|tells?|says?|demands?|needs?|requires?|requests?|prompts?|claims?|urges?)|it (?:asks|wants|tells|says|demands)|tricks?|if (?:someone|somebody|anyone|anybody|you (?:gave|typed|entered|sent|shared|already|have|did|once|are asked|were asked|ever))|you (?:already )?(?:gave|typed|entered|sent|shared)|asked? (?:for|you|to)|after you|once you|when you|treat|what happens|i )\b(?![^,]*,\s*(?:please\s+)?(?:send|give|provide|tell|share|submit|enter|type)\b)",
    re.IGNORECASE,
)
SCAM = re.compile(r"\b(?:is|are|was|be|'s|means?|as)\s+(?:\w+\s+){0,3}(?:scam\w*|fraud\w*|fake|phishing|theft|thie\w+|bait|a trick|stealing|unsafe|dangerous|never (?:safe|needed))|^\W*(?:scam|fake|theft|bait|fraud|phishing|it is (?:a )?(?:scam|fake|theft|phishing)|that is (?:a )?(?:scam|fake|theft|phishing)|(?:a|an) (?:\w+ )?(?:fake|scam|phishing)|close it|a lie)\b", re.IGNORECASE)
US = r"(?:we|us|our|support|customer service|tpwallet|the (?:team|agent|staff|help ?desk|specialist|operator|technician|representative|engineer|platform|system)|an? (?:\w+ )?(?:agent|specialist|representative|technician|engineer)|agents?|staff|live chat|technicians?|specialists?|representatives?)"
WE_ASK = re.compile(rf"(?:^|[,;:.(]|\b(?:and|then|so|because|as|when|if|that|our|the|official|genuine|real|human|live|first)\b)\W*(?:our |the |official |genuine |real |human |live |customer |tpwallet )*{US}(?: (?:team|staff|agents?|desk|specialists?|representatives?|engineers?))?(?: (?:will|may|might|can|must|also|then|first|usually|sometimes|always|only|just|shall|would|could|simply|now|do|typically|normally|often))* (?:need|needs|require|requires|ask|asks|asking|request|requests|want|wants|like|check|checks|verify|verifies|collect|take|have|see|know|use|call)\b[^.;!?]*$", re.IGNORECASE)
PASSIVE = re.compile(r"^[^,;:.!?|]{0,40}?\b(?:(?:must|should|can|may|needs? to|has to|have to|will(?: need to| have to)?|is to|are to|could|might) (?:also |then |first |only |safely |always )?be (?:\w+ly )?(?:sent|given|shared|provided|submitted|forwarded|e-?mailed|uploaded|disclosed|told|shown|read|attached|included|handed|quoted|stated|supplied|entered|typed|pasted|photographed|verified|confirmed|mentioned|communicated|messaged)|(?:is|are|will be|may be|would be) (?:also |then |always |usually |sometimes )?(?:required|needed|necessary|requested|mandatory|welcome|asked for|helpful|useful)(?! to (?:open|restore|import|log|sign)))\b", re.IGNORECASE)
IT = re.compile(r"\b(?:send|give|share|tell|provide|submit|forward|e-?mail|upload|read|show|hand|enter|type|paste|post|attach|pass|message|text|dictate|quote)\b(?: (?:us|support|the agent|our team|our support|him|her))? (?:it|them|this|these|one|that|those|a (?:photo|picture|screenshot|copy)|the (?:photo|picture|screenshot|copy|words|list|result))\b", re.IGNORECASE)
ORIGIN = re.compile(r"\b(?:sent|delivered|texted|e-?mailed|mailed|received|got|arrived?|arrives|comes?|came|get|shown|appears?|displayed)(?: to you| you| it)?,? (?:to|by|in|via|on|at|through|from)(?: (?:your|the|a|an|new|old|registered|that))* [\w-]+(?: (?:message|app|number|phone|address|box))?|\bfrom (?:your|the) [\w-]+", re.IGNORECASE)

HERE = re.compile(r"[;.!?|](?:\s|$)|,? (?:and |but )?(?:never|do not|don't)\b|,? not (?:in|on|into|to|with)\b", re.IGNORECASE)
THINGS = frozenset("e-mail email text message mail key link scan hold spell report record return name use post copy display note state save type share import have back".split())
OPEN = frozenset("post publish drop leave include state mention copy show name".split())
GO = re.compile(r"\b(?:open|visit|go to|click|tap|follow|scan) (?:\w+ ){0,4}?(?:web ?site|link|web ?page|site|form|qr code|pop-?up)\b", re.IGNORECASE)
GIVEN = re.compile(r"\b(?:once|until|only|after|before) [^.;]*\byou (?:have )?(?:give|given|gave|tell|told|send|sent|provided?|shared?) (?:us|them|our \w+|support) [^.;]*$", re.IGNORECASE)
BY = re.compile(r"\b(?:by|via|through|try|trying|recommend|suggest|consider|start|begin|and|or|requires?|involves?|means?|is|just)\s+(?:\w+ly )?$", re.IGNORECASE)

# Chinese

KEY_ZH = r"助记词|助记詞|恢复短语|恢复词|种子词|种子短语|种子密语|密语|单词短语|私钥|(?:[kK]ey[sS]tore|KeyStore)(?: ?文件)?|(?:12|24|十二|二十四) ?个(?:英文)?(?:单词|词|助记词|字)|密钥(?!库|管理)|设置码|那?组词|钱包文件|种子(?!选手)"
CODE_ZH = r"密码(?!管理器|学|短语|规则|重置|错)|口令|验证码|校验码|动态码|确认码|备用码|备份码|恢复码|安全码|(?:两步|谷歌|身份)?验证器?的?(?:代)?码|短信码|2FA ?码?|PIN ?码?|OTP|CVV|一次性码|六位数字?|6 ?位(?:数字|码|数)"
SECRET_ZH = re.compile(f"(?P<key>{KEY_ZH})|(?P<code>{CODE_ZH})")
GIVE_ZH = (
    "让(?:官方|人工)?(?:客服|我们|工作人员|技术人员|对方|专员)(?:看|检查|核对|知道)|发给|发送|发到|发来|发至|发过来|发过去|发我|发一?下|发出|发(?=在|到|往|去)|传给|传到|传送|传过来|传来|传真|转发|转给|转告|告诉|告知|提供|提交|上传|出示|交给|交到|交由|交出|交予|交上|给到|给(?=我们|客服|官方|人工|他们|工作人员|专员|平台|TPWallet|技术|对方|管理员|运营|专人)|报给|报上|报一|报出|念给|念出|念一|念(?=给|出|到|下)|读给|读出|读一|说给|说出|说一|口述|口头|分享|透露|私信|寄给|寄到|回复|附上|附在|附带|附|拍照|拍下|拍(?:一)?张|拍(?=成|给|照|摄)|拍摄|截图|截屏|截个图|截下|展示|写给|写明|填给|递交|留下|留言|留在|贴到|贴在|粘贴到|同步给|共享|汇报|报告|说明|注明|备注|邮件发|上报|呈交|公开|晒|发|准备好|备好|核对一下|口令发|递给|给(?=.{0,6}(?:看|核对|确认|验证|检查))"
)
ENTER_ZH = "输入|填写|填入|填到|填在|填上|填好|填|键入|粘贴|导入|录入|写入|写在|写到|写进|写上|登记|输到|输进|输在|打在|打进|保存(?:到|在)|存(?:到|在|进)|备份(?:到|在)|复制到|放(?:到|在|进)|贴进|扫描|提交到|补充"
ACT_ZH = re.compile(f"(?P<give>{GIVE_ZH})|(?P<enter>{ENTER_ZH})")
WEAK_ZH = re.compile("^(?:发出|附|口头|说明|注明|写明|准备好|备好|展示|留下|公开|发|拍照|拍下|截图|截屏|报告|说出|给)$")
OTHERS_ZH = r"我们|客服|官方|人工|工作人员|专员|技术人员|技术支持|技术团队|管理员|运营|团队|平台方|TPWallet|对方|专人|坐席|顾问|助理|助手|他们|别人|机器人|客户经理|支持人员|群主|热线|好友|家人|朋友"
PLACE_ZH = r"网页|网站|官网|页面|表单|表格|表(?=里|中|内)|链接|聊天|对话框?|私信|邮件|邮箱|群|下方|下面|以下|这里|此处|此页|本页|本文|框|栏|电报|微信|QQ|Telegram|WhatsApp|Discord|推特|机器人|搜索|评论|留言|工单|请求|问卷|弹窗|浏览器|云盘|网盘|相册|备忘录|笔记|文档|收藏|第三方|小程序|窗口|电话|通话|视频|镜头|摄像头|工具|客服|我们|官方|短信里?回|草稿|云端|iCloud|电脑|插件|查询器|校验器|附件|系统|入口|后台|工作人员|人工|专员|在线"
OUTSIDE_ZH = re.compile(rf"(?:填入|输入|录入|写入|贴入)(?:到)?(?:下方|下面|以下|这里|此处|本页|网页|网站|表单|表格|对话框|聊天|框)|(?:在|到|进|给|至|于|向|通过|跟)[^，。；！？]{{0,12}}?(?:{PLACE_ZH})|(?:{PLACE_ZH})(?:里|中|内|上|处)?[^，。；！？]{{0,8}}?(?:输入|填|粘贴|键入|导入|录入|写)|{OTHERS_ZH}")
LISTENER_ZH = re.compile(rf"(?:{OTHERS_ZH})|给(?!了|过)|到(?:{PLACE_ZH})|以便|方便|便于|用于|(?:{PLACE_ZH})|供")
PURPOSE_ZH = re.compile(r"(?:以|来|就能|即可|才能|便可|就可以|用于|用来|进行|完成|后|可以?|，|从而|方便|为了|帮你|帮您|我们)[^，。]{0,6}?(?:验证|核实|激活|同步|解锁|解冻|领取|升级|认证|确认(?:身份|所有权|是你|归属|你)|核对|证明|查询|找回资产|校验|迁移|领奖|空投|退款|排查|处理|查看|查一?下|修复)")
IN_APP_ZH = re.compile(r"App|APP|应用里|导入钱包|恢复钱包|硬件|设备上|新手机|纸|抄|登录页|银行|离线|手写|重新导入|恢复|导入")
LOGIN_ZH = re.compile(r"登录(?:页|界面|框|窗口|页面)|银行|密码管理器|App|手机(?:上|里)收")
NEGATED_ZH = re.compile(r"不(?!妨|仅|但|止|得不|管|论|了解|清楚|对|上|成功|能登录|了|到|用担心|必担心|行|便|通|可以?时|见|出|动|足)|别(?!忘|的|处|名|人)|勿|莫|没有(?:任何)?(?:人|谁|必要|理由)|谁[都也要]|从未|未(?=曾)|禁止|严禁|拒绝|避免|无需|无须|绝不|休|而非|以免|免得|防止|防|无权|没(?:必要|理由)|遮住|打码|抹掉|涂掉|删掉|去掉|挡住|藏好")
DOUBLE_ZH = re.compile(r"(?:不要|别|不|切勿|千万别|莫)忘|不妨|不得不|不仅|不但|不只|别担心|不用怕|不要怕|别怕|不用担心|不必担心|不要犹豫|别犹豫|不要拖|不成功|不了(?:时|的话|就)|不到(?:时|的话|就|账)|不上(?:时|的话|就|去)")
EXCEPT_ZH = re.compile(r"除(?:了|非)?[^，。]{0,8}?(?:官方|客服|我们|人工|工作人员|TPWallet|本平台|平台)|(?:官方|客服|我们|人工客服|工作人员|TPWallet)[^，。]{0,6}?(?:除外|例外|可以例外|以外)|只(?:能|可以?|需|要)?(?:发给|告诉|给|提供给|发送给|交给|透露给|向)[^，。]{0,6}?(?:客服|官方|我们|人工|工作人员|TPWallet)")
REPORT_ZH = re.compile(r"(?:(?<!我们)(?<!客服)(?<!人员)(?:骗|诱|哄|催|逼|引导|诱导|冒充|自称|谎称|声称|怂恿|索要|索取)|(?<!需)(?<!只)(?<!主)(?<!不)(?:要|让|叫|要求|催)(?=[你您])|如果有人|有人|谁|凡是|任何人|对方|他们|骗子|假(?!如|设)|陌生|钓鱼|“客服”|“官方”|“专员”|曾|已经|已|误|不小心|如果你(?:已|曾)|以为|什么时候|为什么|能不能|是否)")
SCAM_ZH = re.compile(r"不是真|(?:都|就|多半|一定|肯定|全|当作|必)?(?:都)?是(?:一种|个)?(?:骗|诈骗|假|钓鱼|圈套|陷阱|偷)|骗局|骗子|假的|诈骗|钓鱼|关掉|偷币|^\W*(?:骗|假|诈骗|偷|钓鱼|诱饵|小偷)|冒充|当作泄露|泄露了")
WE_ASK_ZH = re.compile(r"(?<![假“冒充称])(?:我们|客服|官方|工作人员|人工|专员|技术人员|平台|TPWallet|系统|人员|热线|坐席)(?!”)[^，。；！？“]{0,10}?(?:需要|要求|会要|会让|会请|会问|会向|可能要|可能会|请你|请您|要你|要您|会核对|需|要|索取|核实|核对|询问|问)[^，。；！？]{0,14}$")
CONDITION_ZH = re.compile(r"^[的过](?!客服|官方|是|截图|照片|内容|图)|^[^，。]*的$")
NEED_ZH = re.compile(r"(?:需要|要|必须|须|请|应当?|得)(?:先|再|同时|一并|另外|还|你|您)*(?:有|用|准备|备好|核对|验证|核实|确认|凭)?(?:你的?|您的?|钱包的?|完整的?|全部的?|好)*$")
IT_ZH = re.compile(rf"(?:把|将)(?:它|它们|这些词?|那些词?|这组词|词|照片|截图|图片|这个码|码|内容|纸|结果)[^，。]{{0,8}}?(?:{GIVE_ZH}|填|输入|粘贴)|(?:{GIVE_ZH})(?:它|给我们|给客服|给官方|客服|我们|官方)")
GO_ZH = re.compile(r"(?:打开|访问|点开|进入|点击|点|扫描?)[^，。]{0,6}?(?:网页|网站|官网|链接|页面|表单|二维码)[^。]*$")
LIST_ZH = re.compile(r"^[^不别勿没谁]*(?:给|告诉)(?:官方|人工|在线)?(?:客服|我们|工作人员|专员)[^，。不别勿没谁]{0,10}[：:][^。；不别勿没]*$")
LOGIN_WEB_ZH = re.compile(r"(?:用|凭)[^，]{0,10}(?:网页|网站|官网|页面|链接)[^，]{0,4}(?:登录|登入)|(?:网页|网站|官网|页面)[^，]{0,6}(?:用|凭)[^，]{0,10}(?:登录|登入)")
PICTURES = ("拍照", "拍下", "截图", "截屏")
COMES = re.compile(r"(?:会|就|将|都|一般|通常|是)*(?:发送?到|发给|发来|发至|寄到|发送?给)(?:你|您|这个|那个|旧|新|注册|手机|邮箱|号码|原来|绑定|了|的)")
ORIGIN_ZH = re.compile(r"(?:在|从)?(?:你的|您的)?(?:旧|新|注册)?(?:邮箱|短信|邮件|手机|号码)(?:里|中|上)?(?:收到|发来|的|显示)")
CLAUSE_ZH = re.compile(r"[，,：:；。！？|—]|(?<!的)但|然后")

FOR_SUPPORT = re.compile(r"for-support|(?:准备好|备好|提供|发送|附上|给客服|告诉客服)[^\n]*[:：]\s*$|\b(?:have ready|send|include|provide|prepare|give|need|bring|attach|tell)\b[^\n]*:\s*$", re.IGNORECASE)
REFUSED = re.compile(r"\b(?:never|not|no|don't|scam\w*|fake|fraud|signs?|hide|redact|black out|cover)\b|不|别|勿|骗|假|遮|打码", re.IGNORECASE)
EXPECTED = "that secrets stay with the reader: entered in the genuine app alone, given to nobody"
MEND = "Take the request out. Support never needs a secret; if this is about restoring a wallet, say that it is done in the genuine app."


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        importing = re.search(r"genuine app|import(?:ing)? (?:a|the|your) wallet|正版 ?App|导入钱包", file.text) is not None
        for sentence in sentences(file):
            at = _asked(sentence, importing)
            if at is None:
                at = _asked_zh(sentence, importing)
            if at is not None:
                line, column = sentence.where[at]
                yield Problem(file.path, line, f'a request for a secret, "{sentence.text.strip()[:80]}"', EXPECTED, MEND, column)


def _blank(match: re.Match) -> str:
    return " " * len(match[0])


def _asked(sentence: Sentence, importing: bool) -> int | None:
    """Where an English sentence asks for a secret."""
    if not NAMED.search(sentence.text) and not NAMED.search(sentence.before):
        return None
    text = NOT_SECRET.sub(_blank, sentence.text)
    if text.rstrip().endswith("?") and not re.match(r"\W*(?:could|can|would|will) you|\W*(?:please|why not)", text, re.IGNORECASE):
        return None
    if SCAM.search(sentence.rest):
        return None
    excepted = EXCEPT.search(text)
    listed = BULLET.match(text) and REFUSED.search(sentence.lead)
    secrets = list(SECRET.finditer(text))
    match = IT.search(text)
    if match and HEAD.search(text[: match.start()]) and not REPORT.search(re.split("[;,:]", text[: match.start()])[-1]) and not listed:
        said = text[match.start() :]
        if SECRET.search(NOT_SECRET.sub(_blank, sentence.before + text[: match.start()])) and (LISTENER.search(said) or OUTSIDE.search(said)):
            if not _negated(text, match.start()) and not NOBODY.search(said) and not re.search(r"\bapp\b", said) and not SCAM.search(said):
                return match.start()
    for act in ACT.finditer(text):
        later = [s for s in secrets if s.start() >= act.end() and not re.search(r"[;:.!?|]|, (?:and )?(?:then|see|never|not|do)\b", text[act.end() : s.start()])]
        if not later or not HEAD.search(text[: act.start()]) or _noun(text, act):
            continue
        secret = later[0]
        clause = text[act.start() :]
        if not excepted and (_negated(text, act.start()) or NOBODY.search(clause.split(";")[0]) or _refused(text[act.end() : secret.start()])):
            continue
        if listed or SCAM.search(text[secret.end() :]) or (REPORT.search(text[: act.start()]) and not excepted):
            continue
        place = ORIGIN.sub(_blank, HERE.split(clause)[0])
        if act["give"]:
            if not WEAK.fullmatch(act[0]) or LISTENER.search(place) or PURPOSE.search(place) or (act[0].lower() in OPEN and OUTSIDE.search(place)):
                return act.start()
        elif _entered(secret["key"], place, importing) or (secret["key"] and GO.search(text[: act.start()])):
            return act.start()
    for secret in secrets:
        before, after = text[: secret.start()], text[secret.end() :]
        if _negated(text, secret.start()) or REFUSED.search(before[-60:]) or (REPORT.search(before) and not GIVEN.search(before)) or SCAM.search(after) or listed:
            continue
        if GIVEN.search(before):
            return secret.start()
        if match := WE_ASK.search(before):
            if re.search(r"\b(?:need|require|ask|asks|asking|request|want|like|verify|collect|needs|requires|requests|wants|verifies|have|see|know|call)", match[0], re.IGNORECASE):
                return secret.start()
        passive = PASSIVE.match(after)
        if passive and not re.search(r"\b(?:not|never|whether|if|where|when)\b", before + passive[0], re.IGNORECASE):
            if (secret["key"] and not IN_APP.search(text)) or LISTENER.search(after) or OUTSIDE.search(ORIGIN.sub(_blank, after)):
                return secret.start()
    if FOR_SUPPORT.search(sentence.lead) and not REFUSED.search(text) and not REFUSED.search(sentence.lead) and not ACT.search(text[:8]):
        if secret := next((s for s in secrets if re.search(r"[,:;]|^\W*(?:[-*\d.]+ )?(?:your|the|all|and)?\W*$", text[: s.start()][-30:] or " ")), None):
            if not re.search(r"\b(?:which|whether|what|when|how|if|screenshot|error)\b[^,]*$", text[: secret.start()], re.IGNORECASE) and not re.match(r" (?:does|did|came|come|never|error|reset|last|problem|fail\w*|request)", text[secret.end() :]):
                return secret.start()
    return None


def _noun(text: str, act: re.Match) -> bool:
    """E-mail passwords and text messages are things; importing a phrase says what happens; "by entering" tells what to do."""
    if act[0].lower().endswith("ing"):
        return not BY.search(text[: act.start()])
    return act[0].lower() in THINGS and not re.match(r"\W+(?:us|me|your?|the|our|support|it|all|that|this|them|an?|both|customer)\b", text[act.end() :], re.IGNORECASE)


def _entered(key: str | None, place: str, importing: bool) -> bool:
    """Whether what is typed leaves the app."""
    if not key:
        return bool(OUTSIDE.search(place)) and not LOGIN.search(place)
    if OUTSIDE.search(place) and not re.search(r"\b(?:on|onto|in) (?:\w+ )?(?:paper|pen)", place):
        return not re.search(r"\bin(?:to)? the (?:\w+ )?(?:genuine |official )?app\b", place) or bool(re.search(r"\b(?:website|web ?page|chat|form|bot|telegram|e-?mail|browser)\b", place))
    if PURPOSE.search(place):
        return True
    return bool(re.match(r"(?:re-?)?(?:enter|typ|input|fill|past|key|insert)", place, re.IGNORECASE)) and not (importing or IN_APP.search(place))


def _negated(text: str, at: int) -> bool:
    """Whether a "not" governs what stands at `at`: in the same clause, or before a list of verbs."""
    before = text[:at]
    clause = re.split(r"[;:.!?—–|]|\b(?:but|instead|so|because|just)\b", before, flags=re.IGNORECASE)[-1]
    clause = DOUBLE.sub(_blank, clause)
    matches = list(NEGATED.finditer(clause))
    if not matches:
        return False
    between = clause[matches[-1].end() :]
    return "," not in between or bool(re.search(r"(?:,|\bor|\band|\bnor)\s*(?:and |or |nor |even )?(?:to )?$", between)) or bool(re.match(r"\W*(?:under|in|ever|for|no matter|not even|whatever|at)\b[^,]*,\s*$", between))


def _refused(between: str) -> bool:
    return bool(re.search(r"\b(?:no|never|not|neither|nor|without|except|but not|nobody|no one|instead of|rather than)\b", between, re.IGNORECASE))


def _asked_zh(sentence: Sentence, importing: bool) -> int | None:
    """Where a Chinese sentence asks for a secret."""
    text = sentence.text
    if text.isascii() or not (SECRET_ZH.search(text) or SECRET_ZH.search(sentence.before)):
        return None
    if re.search(r"[？?]\s*$", text) or SCAM_ZH.search(sentence.rest):
        return None
    excepted = EXCEPT_ZH.search(text)
    listed = BULLET.match(text) and REFUSED.search(sentence.lead)
    secrets = list(SECRET_ZH.finditer(text))
    if not secrets:
        match = IT_ZH.search(text)
        if match and SECRET_ZH.search(sentence.before) and not NEGATED_ZH.search(text[: match.start() + 8]) and OUTSIDE_ZH.search(text) and not REPORT_ZH.search(text):
            return match.start()
        return None
    if listed:
        return None
    for secret in secrets:
        start, end = secret.span()
        left = CLAUSE_ZH.split(text[:start])[-1]
        topic = re.split(r"[，,；。！？|—]", text[:start])[-1]
        if CONDITION_ZH.match(CLAUSE_ZH.split(text[end:])[0]) or SCAM_ZH.search(text[end:]):
            continue
        if not excepted and (_negated_zh(topic) or (REPORT_ZH.search(topic) and not WE_ASK_ZH.search(text[:start]))):
            continue
        if WE_ASK_ZH.search(text[:start]) and not re.search(r"不|“", left):
            return start
        if not _negated_zh(topic) and (LIST_ZH.search(text[:start]) or (secret["key"] and LOGIN_WEB_ZH.search(left + text[start:end] + text[end : end + 16]))):
            return start
        # the verb before it, in the clause; or after it, at most one comma away
        right = re.match(r"[^，。：:；！？|—]*", text[end:])[0]
        if re.fullmatch(r"(?:[、和及或与以][^，不别]{0,16}|等|都|(?:收到|拿到|抄好|写好|来了?|到了?)(?:之?后|以后)?)?", right) or ACT_ZH.search(left) or re.search(r"[把将抄写记找打看备]", left):
            right += re.match(r"(?:[，,：:](?:请|要|需要|必须|应|都|可以|然后|再|并|就|马上|立即|尽快|一并|直接|并且|全部|完整地?)*(?:%s)[^，。：:；！？|—]*)?" % GIVE_ZH, text[end + len(right) :])[0]
        for act, between in [*((a, left[a.end() :]) for a in ACT_ZH.finditer(left)), *((a, right[: a.start()]) for a in ACT_ZH.finditer(right))]:
            after_it = act.string is right
            tail = right[act.end() :] if after_it else right
            if after_it and (between.endswith("的") and act[0] in PICTURES or COMES.match(between + act[0] + tail)):
                continue
            if re.match(r"[过了]|的", tail if after_it else left[act.end() :]) and not re.match(r"了?(?:之后|以后|后)", tail):
                continue
            if after_it and not excepted and (_negated_zh(between) or REPORT_ZH.search(between)):
                continue
            if re.match(r"[^，。]{0,12}?(?:谁也不|谁都不|不(?:要|能|可|给)|的$)", tail.rstrip("。 ")) and not excepted:
                continue
            scope = left + text[start:end] + right
            whole = text if act[0] in ("准备好", "备好") else scope
            if act["give"]:
                if not WEAK_ZH.match(act[0]) or LISTENER_ZH.search(whole) or act[0] in PICTURES:
                    return start
            elif _entered_zh(secret["key"], scope, importing) or (secret["key"] and (GO_ZH.search(text[:start]) or _claims(text, start, end))):
                return start
        if NEED_ZH.search(left) and secret["key"] and (PURPOSE_ZH.search(right) or re.search(OTHERS_ZH, left + right)):
            return start
    if FOR_SUPPORT.search(sentence.lead) and not REFUSED.search(text) and not REFUSED.search(sentence.lead):
        if secret := next((s for s in secrets if re.search(r"(?:[、，：:]|[-*\d.] )?(?:你的|您的|和|钱包的?|登录|完整的?|短信|收到的)*$", text[: s.start()]) and re.match(r"\W|$|和|及|以及", text[s.end() :])), None):
            return secret.start()
    return None


def _claims(text: str, start: int, end: int) -> bool:
    """Whether the phrase is typed for a prize or a check: 填写助记词，领取空投."""
    return bool(re.search(r"输入|填|粘贴", text[:start]) and PURPOSE_ZH.match(text[end:])) and not IN_APP_ZH.search(text)


def _negated_zh(clause: str) -> bool:
    matches = list(NEGATED_ZH.finditer(DOUBLE_ZH.sub(_blank, clause)))
    return bool(matches) and not re.search(r"时|就|请|后|的话|则|(?<!要)(?<!别)(?<!勿)(?<!不)再(?!次)|才|只好|而是", clause[matches[-1].end() :])


def _entered_zh(key: str | None, scope: str, importing: bool) -> bool:
    scope = ORIGIN_ZH.sub(_blank, scope)
    if not key:
        return bool(OUTSIDE_ZH.search(scope)) and not LOGIN_ZH.search(scope)
    if OUTSIDE_ZH.search(scope) and not re.search(r"纸|(?:正版|官方) ?App|从(?:正版)? ?App", scope):
        return True
    if re.search(r"输入|填|键入|粘贴|录入", scope) and PURPOSE_ZH.search(scope) and not IN_APP_ZH.search(scope):
        return True
    return bool(re.search(r"输入|填写|填入|键入|粘贴|录入", scope)) and not (importing or IN_APP_ZH.search(scope))
