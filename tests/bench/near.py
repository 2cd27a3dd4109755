"""Lines that are no secrets and come near to phrases: made of the lists' words, run together, or of other subjects.

Written for this project; none is anyone's.
"""

from __future__ import annotations

# Questions in which most words are of the English list, many in a row.
DENSE = """\
can you verify this token swap will work when network slow
please tell me what happen when phone lost and someone steal all
hello can you help me remove this old phone and add new one
how can i exchange cash into coin and then sell
what happen if the network fee change while transfer still wait
can anyone tell me when my token will arrive today
unable to open page again after update yesterday
why there is always some error when i try to connect
will my balance stay safe when i change mobile phone
how to cancel an order that i submit by mistake
is there any limit on how much crypto one can send each day
the app just keep load and never finish
i want to sell some coin but price is wrong
sometimes the screen turn black when i scan a code
i bring my old phone to repair shop can they see secret
do i need to pay twice when the first transfer fail
can two people use the same account at once
this link look like a fake one what should i do now
please add more language option for my mother and father
how long must i wait until the problem is solve
i am very sad and angry because all my money is gone
can i use the app when i travel to another country
what is the difference between public and private key
my husband and i share one phone can we have two account
i actually never receive any code by email
what does the review process include and how long does it take
is it normal that the first transfer take about one hour
i give the wrong address can you correct it please
can i pay rent with this card or use it only online
the total amount is not the same as before
does the swap use the best price or the first one
i accidentally hit the wrong button and now it keep say error
why the app ask me again and again to update
must i report the profit on my tax
i hear about some new coin is it a scam
what should a beginner know before they buy the first coin
where can i find my trade history of last month and year
i forget where i put the paper with the words on
turn off sound
oil gas fee gold
dark mode theme
wait cancel fee limit
error network timeout
safe seed swap coin
coin stake reward unlock wait period
buy sell swap stake
gift card
credit card fee
proof of identity photo blur
wrong network wrong address wrong token
use phone camera scan code
try again later error
this that these they there then
you your young
time
first second
cash check order payment""".splitlines()  # fmt: skip

# Typed as one word: no word at all, several known ones, or a long one that is real.
JOINED = """\
forgotpassword
howtorecovermywallet
lostmyphonewhatdoidonow
transactionpendingforthreedays
cannotwithdrawmymoneyfromtheapp
depositnotarrivedafterthreehours
internationalization
uncharacteristically
antidisestablishmentarianism
pneumonoultramicroscopicsilicovolcanoconiosis
verylongpasswordthatiforgot
twofactorauthenticationcodenotworking
whyismyaccountlockedandhowcaniunlockit
customersupportchatnotopening
swaptokenfeetoohigh
gasfeetoohighwhenswaptoken
contactcustomerservicephonenumber
addcustomtokenbinancesmartchain
privatekeyexportbutton
walletconnectqrcodescanerror
donaudampfschifffahrtsgesellschaftskapitaen
rindfleischetikettierungsueberwachungsaufgaben
TypeErrorCannotReadPropertiesOfUndefined
net::ERR_CERT_COMMON_NAME_INVALID
com.example.wallet.android.permission.CAMERA
ExecutionRevertedTransferAmountExceedsAllowance""".splitlines()

ERRORS = """\
Error: execution reverted: TransferHelper: TRANSFER_FROM_FAILED
insufficient funds for gas * price + value: have 0 want 21000000000000
Uncaught TypeError: Cannot read properties of undefined (reading 'address')
java.lang.IllegalStateException: Fragment not attached to a context
{"code":-32603,"message":"Internal JSON-RPC error."}
{"jsonrpc":"2.0","id":1,"result":"0x5208"}
HTTP 429 Too Many Requests retry-after: 30
MetaMask - RPC Error: nonce too low
WebSocket connection to 'wss://relay.wallet.test/' failed: Error in connection establishment
const provider = new ethers.BrowserProvider(window.ethereum)
if (balance < amount + fee) { throw new Error("not enough") }
curl -X POST https://api.wallet.test/v1/orders -H "Content-Type: application/json"
SIGNATURE_INVALID (code 10003) at step 4 of 6
0xa9059cbb000000000000000000000000
pool.swap(1, 2, 3, 4, 5, 6, 7, 8)
[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
192.168.1.1, 10.0.0.1, 127.0.0.1
v2.14.0 (build 20260131.4) Android 14 SM-S911B""".splitlines()

# Other subjects than wallets: with marks, without any, from poems, of names and places.
CHINESE = """\
明天下午三点在会议室开会请带上笔记本
孩子发烧三十九度要不要马上去医院
今年冬天来得特别早树叶还没落完就下雪了
周末打算带父母去郊外的农家乐住两天
这家面馆的牛肉面汤浓肉烂价钱也公道
请问去火车站坐几路公交车最方便
老师说这道题的第二种解法更简单一些
隔壁邻居半夜装修吵得全家都睡不着觉
冰箱里的剩菜放了三天还能不能吃
他从小在海边长大游泳比走路学得还早
上海市浦东新区某某路一百二十八号五单元
北京市朝阳区建国门外大街甲六号院二号楼
广东省深圳市南山区科技园南区高新南一道
四川省成都市武侯区人民南路四段三十六号
张伟李娜王芳刘洋陈静杨帆赵磊黄敏周杰吴刚
林小红和陈大明上个月刚刚办了婚礼
春眠不觉晓处处闻啼鸟夜来风雨声花落知多少
床前明月光疑是地上霜举头望明月低头思故乡
白日依山尽黄河入海流欲穷千里目更上一层楼
千山鸟飞绝万径人踪灭孤舟蓑笠翁独钓寒江雪
红豆生南国春来发几枝愿君多采撷此物最相思
锄禾日当午汗滴禾下土谁知盘中餐粒粒皆辛苦
天地玄黄宇宙洪荒日月盈昃辰宿列张
赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨
一去二三里烟村四五家亭台六七座八九十枝花
子曰学而时习之不亦说乎有朋自远方来不亦乐乎
道可道非常道名可名非常名无名天地之始
云对雨雪对风晚照对晴空来鸿对去燕宿鸟对鸣虫
甲乙丙丁戊己庚辛壬癸
子丑寅卯辰巳午未申酉戌亥
金木水火土东南西北中春夏秋冬
酸甜苦辣咸红橙黄绿青蓝紫
锅碗瓢盆油盐酱醋茶米面肉蛋奶
爷爷奶奶爸爸妈妈哥哥姐姐弟弟妹妹
手机电脑平板耳机音箱键盘鼠标显示器
语文数学英语物理化学生物历史地理政治
大中小学生都可以报名参加本次书法比赛
国家统计局公布上半年居民消费价格指数
本届运动会共有来自二十三个省市的选手参加
科学家在深海热泉附近发现了新的微生物种群
由于台风影响明天的航班可能会延误或者取消
该公司第三季度营业收入同比增长百分之十二
小区物业通知明早八点到下午五点停水检修
法院认为被告的行为已经构成违约应当承担责任
地铁二号线因信号故障运行间隔将适当延长
本品含有大豆和花生成分过敏体质者请慎用
把面粉加水揉成光滑的面团盖上湿布醒半小时
葱姜蒜爆香后放入肉片大火快炒两分钟出锅
房东突然说要卖房子让我们下个月搬走怎么办
公司拖欠工资三个月没发应该去哪里投诉
猫咪最近总是挠沙发有没有什么好的办法
想学吉他但是手指太短会不会很难按和弦
电视剧第三十集大结局男主角到底有没有死
昨晚梦见自己在天上飞醒来腰酸背痛
高铁票改签以后还能不能再退
充电器插上没反应换根线就好了
雨下得真大，出门记得带伞。
你吃饭了吗？一起去食堂吧！
这件衣服有没有大一号的，颜色要深一点
他说：“不经一事，不长一智。”
不鸣则已一鸣惊人
哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈
好的好的好的好的好的好的
谢谢谢谢谢谢谢谢谢谢谢谢
臺北市信義區松仁路某某大樓十二樓之三
請問從桃園機場坐捷運到台北車站要多久
昨天買的蘋果放在桌上忘記冰現在還能吃嗎
颱風警報解除後學校明天恢復正常上課
這間餐廳的滷肉飯份量大價格又實惠
媽媽說感冒要多喝熱水早點睡覺""".splitlines()

# What readers of a wallet's help type, nouns alone: no word between them tells a sentence from a phrase.
STACKED = """\
谷歌商店闪退白屏黑屏卡顿
安卓闪退黑屏卡死重启无效
苹果闪退白屏卡死更新失败
登录失败网络异常请稍后重试
授权失败签名错误余额不足
转账失败矿工费不足打包失败
充值未到账提现审核驳回
买币卡单冻结申诉无果
绑卡失败实名认证照片模糊
人脸识别失败反复提示光线不足
谷歌验证码错误时间不同步
短信验证码收不到邮箱垃圾箱
助记词私钥密码全忘光
换机丢机刷机恢复出厂设置
扫码授权被盗资产清零
钓鱼网站假客服假钱包假官网
空投诈骗授权合约貔貅币
冷钱包热钱包硬件钱包区别
观察钱包多签钱包导入导出
交易所钱包互转选链地址标签
波场以太币安索拉纳马蹄链
滑点燃料费矿工费手续费
兑换闪兑跨链桥接质押赎回
价格行情涨跌曲线图表显示错误
代币图标余额不显示刷新无效
添加自定义代币合约地址小数位
网络拥堵加速取消交易待确认
区块浏览器哈希查询状态失败
备注标签漏填错填找回费用
最低充值额度小额未入账
提现额度限制每日上限提升
法币购买信用卡拒付退款
银行卡冻结止付解冻证明材料
税务报表导出交易记录账单
推荐返佣邀请奖励发放时间
语言繁体英文切换夜间模式
指纹面容解锁支付密码重置
设备管理陌生登录异地提醒
注销账户删除数据隐私政策
客服工单编号投诉举报渠道
官方推特电报群微信公众号真假
防诈骗套路杀猪盘刷单返利
亲友借款冒充熟人视频诈骗
手机中毒剪贴板木马地址篡改
公共无线网络越狱设备风险
截屏相册云端备份泄露助记词
私钥泄露紧急转移资产顺序
智能合约授权撤销无限额度
稳定币脱锚风险泰达币
挖矿质押年化收益锁仓解锁
节点选择自定义网络添加
浏览器插件钱包连接断开
二维码扫描相机权限打不开
应用商店搜索不到版本过低
更新后资产消失找不回
重复扣款订单超时关闭
快捷买币支付方式不支持
身份证护照驾照地址证明
未成年人注册限制地区
制裁国家禁止服务范围""".splitlines()

# Ordinary questions of other languages, whose lists hold ordinary words.
OTHERS = """\
ウォレットのパスワードを忘れてしまいました
送金がまだ届いていません
どうすればアカウントをかいふくできますか
にゅうきんがはんえいされないのはなぜですか
手数料はいくらですか
スマホをなくしたときはどうすればいいですか
きのうおくったおかねがまだつきません
アプリがひらかないのでたすけてください
問い合わせ先を教えてください
二段階認証のコードが届かない
あしたのてんきはどうですか
このまちにはおいしいラーメンやさんがたくさんあります
こどものころはよくかわであそびました
ともだちといっしょにえいがをみにいきたいです
しゅくだいがおわったらそとであそんでもいいよ
いろはにほへとちりぬるをわかよたれそつねならむ
なつやすみにかぞくでうみへりょこうにいきました
残高がゼロになっている
出金の上限を上げたい
詐欺サイトにひみつのことばを入れてしまった
지갑 비밀번호를 잊어버렸어요
입금이 아직 도착하지 않았습니다
출금 수수료가 얼마인가요
휴대폰을 잃어버렸는데 어떻게 해야 하나요
고객 센터 전화 번호 알려 주세요
앱이 자꾸 꺼져요 어떻게 해결하나요
인증 번호가 오지 않아요
계정을 복구하는 방법을 알려주세요
오늘 저녁 메뉴 추천 좀 해 주세요
내일 아침 서울 날씨 어때요
우리 가족 모두 여름 휴가 때 제주도 여행 갔어요
친구 생일 선물 뭐가 좋을까
지하철 노선 안내 시간 요금
학교 수업 시간 변경 안내
가격 비교 사이트 추천
회사 근처 식당 점심 예약 가능 시간
결혼 기념 사진 촬영 장소
은행 계좌 송금 한도 변경 신청 방법
네트워크를 잘못 선택했어요
사기를 당한 것 같아요
j'ai oublié mon mot de passe
mon dépôt n'est pas encore arrivé
combien coûte un retrait vers ma banque
comment retrouver mon compte après avoir perdu mon téléphone
pourquoi mon virement est en attente depuis hier soir
je ne reçois pas le code par courriel
comment contacter le service client
quel réseau choisir pour envoyer un jeton
quelqu'un demande ma phrase secrète est-ce une arnaque
l'application refuse de se lancer depuis la mise à jour
peut-on annuler une opération déjà envoyée
mon solde affiche zéro alors que rien n'a bougé
le prix affiché paraît faux
comment fermer mon compte et effacer mes données
où trouver l'adresse de mon portefeuille
le chat noir dort sur le tapis près du feu
il faut beurrer le moule avant de verser la pâte
quelle heure est-il à montréal quand il est midi à paris
acheter du pain du lait et deux kilos de pommes
le train de nuit part à onze heures
olvidé la contraseña de mi cuenta
mi depósito todavía no ha llegado
cuánto cuesta retirar dinero al banco
perdí el teléfono cómo recupero mi cartera
por qué mi envío sigue pendiente desde ayer
no me llega el código al correo
cómo puedo hablar con una persona de soporte
qué red debo elegir para enviar una moneda
alguien me pide las palabras secretas es estafa
la aplicación no abre después de actualizar
se puede cancelar una operación ya enviada
mi saldo aparece en cero
el precio mostrado parece falso
cómo cerrar mi cuenta y borrar mis datos
dónde veo la dirección de mi billetera
el perro duerme en la puerta de la casa azul
hay que batir tres huevos con leche y azúcar
mañana por la tarde vamos a la playa con los niños
una mesa para cuatro junto a la ventana por favor
el tren de la noche sale a las once
ho dimenticato la parola segreta del conto
il mio deposito non è ancora arrivato
quanto costa un prelievo verso la banca
ho perso il telefono come recupero il portafoglio
il gatto nero dorme sul tappeto vicino al camino
domani sera andiamo al mare con tutta la famiglia
esqueci a senha da minha carteira
meu depósito ainda não chegou
quanto custa sacar dinheiro para o banco
perdi o celular como recupero a conta
o cachorro dorme na porta da casa azul
amanhã vamos à praia com a família toda
zapomněl jsem heslo ke své peněžence
vklad ještě nedorazil na účet
kolik stojí výběr peněz do banky
kočka spí na koberci vedle krbu""".splitlines()
