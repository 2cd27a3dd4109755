"""English for the rule secret-request: in which words a sentence tells its reader to give a secret away.
scripts/checks/lib/secrets_zh.py is the same in Chinese."""

import re
from functools import partial

from .patterns import Table, table

any_case = partial(re.compile, flags=re.IGNORECASE)

# Which secret: those that open a wallet, those that open an account, and what only sounds like one
KEYS = table(r"""
phrase :: (?:(?:secret|seed|recovery|back-?up|mnemonic|wallet|\d\d-word)[ -]+)*(?:phrase|mnemonic|seed)s?\b :: the seed
words :: (?:secret|recovery|back-?up|seed|mnemonic|your|all|the|these|those) (?:\w+ )?words\b :: all the words
number :: (?:12|24|twelve|twenty-four)[ -](?:\w+ )?words?\b :: the 12 secret words
key :: (?:private|secret|spending|signing|wallet|master)[ -]+keys?|xprv|set-?up (?:code|key)s? :: your private key
file :: key ?store(?: files?| json)?|wallet (?:file|backup) :: the keystore file""")
CODES = table(r"""
password :: (?<!a new )(?<!a strong )(?<!a )(?<!a long )(?:\w+[ -])?pass(?:word|code|phrase|wd)s? :: your password
pin :: (?<!a )PINs?\b(?: codes?| numbers?)?|OTPs?\b|CVV|CVC|credentials|log-?in details :: the PIN
sent :: (?:verification|confirmation|sms|text|text message|e-?mail|one-time|otp|\w+-digit|six digit) codes? :: SMS code
factor :: (?:security|authenticat\w+|2fa|two-(?:factor|step)|google|access)[ -]codes?|2fa :: the 2FA code
account :: (?:log-?in|back-?up|recovery|unlock|reset|setup|scratch)[ -]codes? :: a backup code
this :: (?:your|the|that|this|any|latest|newest|new) codes?\b(?! of) :: your code
which :: codes?\b(?= (?:you|we|sent|from|that|on your|in your|shown|to (?:us|support|the agent))) :: codes sent""")
NOT_SECRET = table(r"""
code :: \b(?:qr|error|country|source|area|status|invit(?:e|ation)|referral|postal|discount|zip)[ -]codes? :: QR code
name :: \b(?:swift|reference|ticket|app|bar|public|other|key|in (?:your|the) own) ?(?:code|word)s? :: in your own words
tool :: password (?:manager|reset|generator|rules|field|recovery)s?|(?:public|security) keys?|passkeys? :: passkeys""")
SECRET = any_case(rf"(?<![\w-])(?:(?P<key>{KEYS.pattern})|(?P<code>{CODES.pattern}))(?![\w-])")

# Which act: what gives it away by itself, what does with somebody who listens, what types it somewhere
GIVE = table(r"""
hand :: give|send|share|provide|submit|supply|deliver|surrender|transmit|relay|include|attach|pass on :: {} your code.
tell :: tell|disclose|divulge|dictate|recite|communicate|forward|e-mail|email|dm|fax|upload|turn over :: {} your code.
shoot :: photograph|screenshot|volunteer :: {} your code.
let :: let (?:us|support|them|him|her|(?:the|an|our) (?:agent|team|staff)) (?:have|know|see) :: let us see it""")
MAY_GIVE = table(r"""
say :: say|speak|read|spell|quote|state|mention|specify|name|report|reveal|show|display|present|hold :: {} your code.
take :: take|snap|capture|record|scan|post|publish|message|text|mail|reply|respond|leave|drop|copy :: {} your code.
pass :: pass|hand|return|have|prepare|confirm|verify :: {} your code.""")
ENTER = table(r"""
type :: enter|re-enter|reenter|type|retype|input|fill|paste|key|insert|put|write|add|complete|save :: {} your code.
keep :: keep|store|back up|note|import|restore|use|sync|synchronise|synchronize|link|log :: {} your code.""")


def _verbs(*tables: Table) -> str:
    """A pattern of verbs, each also with -ing."""
    forms = []
    for pattern in (pattern for each in tables for row in each.rows for pattern, _ in row.alternatives):
        verb, space, more = pattern.partition(" ")
        stem = verb.removesuffix("e")
        forms.append(f"(?:{verb}|{stem}{stem[-1]}?ing){space}{more}")
    return "|".join(forms)


ACT = any_case(rf"\b(?:(?P<give>{_verbs(GIVE)})|(?P<may>{_verbs(MAY_GIVE)})|(?P<enter>{_verbs(ENTER)}))\b")
# Things of the same name: an e-mail password, a text message
THINGS = frozenset(
    "e-mail email text message mail key link scan hold spell report record return name use post copy display note "
    "state save type share import have back".split())
NAMED = any_case(r"\W+(?:us|me|your?|the|our|support|it|all|that|this|them|an?|both|customer)\b")  # follows a verb
SHOWN = frozenset("post publish drop leave include state mention copy show name".split())  # given by a place alone
TYPED = any_case(r"(?:re-?)?(?:enter|typ|input|fill|past|key|insert)")
IT = any_case(
    rf"\b(?:{_verbs(GIVE)}|read|show|hand|enter|type|paste|post|pass|message|text|quote)\b(?: (?:us|support|the agent|"
    r"our team|him|her))? (?:it|them|this|these|one|that|those|(?:a|the) (?:photo|picture|screenshot|copy|words))\b")
# Is it the reader who is told to? What stands right before the verb
HEAD = table(r"""
clause :: ^|[,;:.!?—–|(]|\b(?:please|just|always|only|either|never|not|don['’]t|by|via|through|try) :: Please send it.
joined :: \b(?:and|or|then|so|but|instead|also|first|next|again|once more|step \d+:?|now) :: Wait and send it.
to :: \b(?:needs|is|users|(?!(?:how|nothing|try|tried|used|reader|them|him)\b)\w*[^\Ws]) to :: The way is to send it.
can :: \b(?:you|users?|customers?|everyone|people)(?: \w+)? (?:can|could|may|must|should) :: You must send it.
good :: \b(?:required|necessary|needed|best|safe|fine|ok|okay|enough|easiest|helps?|sure|recommend) :: Best send it.
ask :: \b(?:want|need|asks?|require|prompt|instruct|invite|advise|like|let|could|can|would|will) (?:you|users|
    us) :: Could you send it?
if :: \b(?:helps?|faster|quicker|easier|sooner|only)\b[^.;!?]{0,30}\bif you :: It helps if you send it.""")
TOLD = any_case(rf"{HEAD.pattern}\W*(?:\w+ly )?$")
BY = any_case(  # before a verb in -ing that says what to do, not what happens
    r"\b(?:by|via|through|try|trying|recommend|suggest|consider|start|begin|and|or|requires?|involves?|means?|is|"
    r"just)\s+(?:\w+ly )?$")

# Is it refused?
NEGATED = table(r"""
not :: \b(?:never|not|nor|neither|cannot|dont|nobody|no one|nowhere|none)\b|n['’]t\b :: Never send it.
support :: \bno (?:\w+ )?(?:support|agent|staff|employee|one|legitimate|genuine|honest|real)\b[^,;:]* :: no real agent
without :: \b(?:without|avoid|instead of|rather than|against|rule out|hang up|before you ever)\b :: without a word
stop :: \b(?:stop|refuse[sd]? to|resist|decline to|no (?:need|reason) to|no longer|there is no)\b :: Stop.""")
NOT_NEGATED = table(r"""
do :: (?:do not|don['’]t|never) (?:forget|hesitate|be afraid|worry|wait|delay|omit|skip|neglect|panic) :: Don't skip
why :: not only|why not|unless|no (?:matter|doubt|problem|worries|later than) :: Why not send it?
if :: if (?:you|it|the|this|that)\b[^,]*(?:not|n['’]t|cannot)\b[^,]*$ :: if it does not work
fails :: cannot (?:log|find|see|open|get|access|send|receive)|(?:has|have|did|does|is|are|was) ?(?:not|n['’]t)\b|
    not (?:arrive\w*|work\w*|receiv\w*|sure|yet|possible|solved) :: It did not arrive.""")
NOBODY = table(r"""
to :: \b(?:to|with|tell|give|show|send|for|by) (?:absolutely )?(?:no one|nobody|none)\b|\bnowhere\b :: Show it nowhere
no :: \b(?:send|share|give|include|enter|type|post|attach|write|show|tell|upload|provide|submit|paste|mention|save|
    store|keep|put) (?:\w+ ){0,2}?(?:no|neither|none|nothing|not)\b :: Send no code.
hide :: \b(?:keep|leave|blank|cover|black|redact|crop|blur|hide) (?:\w+ ){0,8}?(?:out|off|up|away|private|secret|
    to yourself|offline)\b :: Leave your code out.""")
BETWEEN = any_case(r"\b(?:no|never|not|neither|nor|without|except|nobody|no one|instead of|rather than)\b")
EXCEPT = any_case(
    r"\b(?:except|but(?! (?:never|not|do not|don't))|other than|apart from|besides|unless|excluding|save for|"
    r"aside from)\b,? (?:[\w']+ ){0,4}?(?:us|we|our|support|agents?|staff|team|customer service|specialists?|TPWallet|"
    r"help ?desk)\b")

# Does the sentence report or warn?
REPORT = table(r"""
who :: whoever|(?:any|some|every)(?:one|body|thing) (?:who|that|asking|wanting)|(?:those|people) who|they :: they ask
thief :: scammers?|fraudsters?|thieves|thief|criminals?|attackers?|impostors?|fake|phishing|strangers?|tricks? :: thief
page :: (?:website|site|page|message|e-?mail|app|form|bot)s? (?:(?:that|which|who) )?(?:asks?|wants?|tells?|says?|
    needs?|claims?) :: a page that asks
agent :: (?:person|caller|pop-?up|link|group|post|agent|dapp|offer|tool) (?:(?:that|which|who) )?(?:asks?|demands?|
    requires?|requests?|prompts?|urges?) :: a caller who asks
it :: it (?:asks|wants|tells|says|demands)|asked? (?:for|you|to) :: It asks you to send it.
if :: if (?:(?:some|any)(?:one|body)|you (?:already|have|did|once|are asked|were asked|ever)) :: if somebody wants
past :: you (?:already )?(?:gave|typed|entered|sent|shared)|(?:after|once|when) you|treat|what happens|i :: once you""")
REPORTED = any_case(
    rf"\b{REPORT.pattern}\b(?![^,]*,\s*(?:please\s+)?(?:send|give|provide|tell|share|submit|enter|type)\b)")
SCAM = table(r"""
is :: \b(?:is|are|was|be|'s|means?|as)\s+(?:\w+\s+){0,3}(?:scam\w*|fraud\w*|fake|phishing|theft|thie\w+|bait|a trick|
    stealing|unsafe|dangerous|never (?:safe|needed))\b :: That is a scam.
start :: ^\W*(?:(?:it|that) is )?(?:an? )?(?:\w+ )?(?:scam|fake|theft|bait|fraud|phishing|close it|lie)\b :: A fake""")
REFUSES = any_case(r"\b(?:never|not|no|don['’]t|scam\w*|fake|fraud|signs?|hide|redact|black out|cover)\b")

# Does it leave the reader's hands? Who listens, where it is typed, what for
PEOPLE = table(r"""
any :: us|support|agent|staff|team|customer service|customer care|helpdesk|help desk|service desk|live chat|adviser|
    advisor|specialist|representative|operator|technician|manager|moderator|admin|helper|expert|colleague|employee|
    engineer|administrator|assistant|TPWallet|person|caller|hotline|someone|somebody|anyone|friend|
    him|her|them|bot :: to {}""")
PLACES = table(r"""
any :: website|web site|webpage|web page|page|site|form|link|portal|survey|questionnaire|pop-up|popup|browser|chat|
    comment|e-mail|email|message|dm|telegram|whatsapp|wechat|discord|twitter|facebook|group|forum|ticket|request|inbox|
    conversation|reply|line|attachment|social media|phone|call|screen share|video|camera|picture|photo|screenshot|cloud|
    icloud|drive|album|gallery|note|notes app|draft|online|document|spreadsheet|computer|server|below|here|box|field|
    window|search|url|third-party|third party|tool|validator|checker|explorer|dapp|extension|wizard :: in the {}""")
LISTENS = table(r"""
to :: \b(?:to|with|for|at|from|let) (?:[\w'’-]+ ){0,4}<people>\b :: to our own support
tell :: \b(?:show|showing|tell|give|read|send|hand|e?-?mail|text|message) (?:[\w'’-]+ ){0,3}<people>\b :: tell the agent
over :: \b(?:over|by|on) (?:the |a )?(?:phone|telephone|call|video|line|chat|e-?mail|text|message) :: over the phone
aloud :: \bread(?:ing)? (?:it |them )?(?:out|back)\b|\bout loud|\baloud|\bto the camera|\bscreen[- ]?shar\w+ :: aloud
shot :: \b(?:photo\w*|picture|screenshot|snapshot|selfie|screen recording|scan) (?:of|showing|with)\b :: a photo of
in :: \b(?:in|with) (?:your|the|a) (?:support )?(?:ticket|request|message|e-?mail|reply|chat|form|report|comment|
    post) :: in your ticket
here :: \b(?:below|here)\b|\b(?:reply|respond) with|\bready for (?:support|us|the agent) :: Reply with it.
when :: \bwhen (?:support|the agent|we|an agent) (?:asks?|calls?|contacts?) :: when the agent calls
""".replace("<people>", f"{PEOPLE.pattern}s?"))  # fmt: skip
OUTSIDE = any_case(r"\b(?:in|into|on|onto|to|at|via|through|using|over|by|under|with) (?:(?!app\b|log-?in\b|"
    r"sign-?in\b|bank's\b|wallet\b)[\w'’-]+ ){0,5}?"
    rf"(?:{PLACES.pattern}|{PEOPLE.pattern})s?\b|\b(?:below|here|online)\b")
PURPOSE = any_case(
    r"\b(?:to|and|so (?:that )?(?:we|you|support) can|for|we (?:can|will)) (?:\w+ ){0,2}?(?:verify|verification|"
    r"validat\w+|identify|prove|authenticat\w+|rectif\w+|confirm (?:that )?(?:you|your|ownership|it is|it's)|"
    r"synchroni[sz]\w+|sync|activat\w+|migrat\w+|rebind|upgrade|unlock\w*|unfreeze|release|claim\w*|receive|airdrop|"
    r"reward|refund)"
)
IN_APP = any_case(r"\b(?:app|import\w*|restor\w*|device|hardware wallet|new phone|paper|pen|by hand|metal|offline|"
    r"bank's|(?:log|sign)-?in (?:page|screen))\b")
THE_APP = any_case(r"\bin(?:to)? the (?:\w+ )?(?:genuine |official )?app\b")
ON_THE_WEB = any_case(r"\b(?:website|web ?page|chat|form|bot|telegram|e-?mail|browser)\b")
LOGIN = any_case(r"\b(?:(?:log|sign)[- ]?(?:in|up)|bank's|bank) (?:verification )?(?:page|screen|form|window|field|"
    r"site|website)|\bpassword manager|\bin(?:to)? the (?:genuine |official )?app\b|\bofficial website")
PAPER = any_case(r"\b(?:on|onto|in) (?:\w+ )?(?:paper|pen)")
ORIGIN = any_case(  # where a code comes from is not where it goes
    r"\b(?:sent|delivered|texted|e-?mailed|mailed|received|got|arrive[sd]?|comes?|came|get|shown|appears?|displayed)"
    r"(?: to you| you| it)?,? (?:to|by|in|via|on|at|through|from)(?: (?:your|the|a|an|new|old|registered|that))* [\w-]+"
    r"(?: (?:message|app|number|phone|address|box))?|\bfrom (?:your|the) [\w-]+")
HERE = any_case(  # up to where a place belongs to the verb
    r"[;.!?|](?:\s|$)|,? (?:and |but )?(?:never|do not|don['’]t)\b|,? not (?:in|on|into|to|with)\b")
GO = any_case(
    r"\b(?:open|visit|go to|click|tap|follow|scan) (?:\w+ ){0,4}?(?:web ?site|link|web ?page|site|form|qr code|popup)\b"
)

# Said without telling the reader: who asks, what must be sent, what support needs
WE = table(r"""
any :: we|us|our|support|customer service|tpwallet|live chat|staff|agents?|technicians?|specialists?|representatives?|
    operators?|engineers?|helpdesk|help desk|team|platform|system :: If {} ask for it.""")
WE_ASK = any_case(
    r"(?:^|[,;:.(]|\b(?:and|then|so|because|as|when|if|that|first)\b)\W*(?:(?:an?|our|the|official|genuine|real|human|"
    r"live|"
    rf"customer|\w+) ){{0,4}}?{WE.pattern}(?: {WE.pattern})?(?: (?:will|may|might|can|must|also|then|first|\w+ly|"
    r"sometimes|always|just|shall|would|could|now|do|often))* (?:needs?|requires?|ask(?:s|ing)?|requests?|wants?|like|"
    r"verif(?:y|ies)|collect|have|see|know|call)\b[^.;!?]*$")
GIVEN = any_case(r"\b(?:once|until|only|after|before) [^.;]*\byou (?:have )?(?:given?|gave|tell|told|send|sent|"
    r"provided?|shared?) (?:us|them|our \w+|support) [^.;]*$")
PASSIVE = any_case(
    r"^[^,;:.!?|]{0,40}?\b(?:(?:must|should|can|may|needs? to|has to|have to|will(?: need to| have to)?|is to|are to|"
    r"could|might) (?:\w+ )?be (?:\w+ly )?(?:sent|given|shared|provided|submitted|forwarded|e-?mailed|uploaded|"
    r"disclosed|told|shown|read|attached|included|handed|quoted|stated|supplied|entered|typed|pasted|"
    r"photographed|verified|confirmed|mentioned|communicated|messaged)|(?:is|are|will be|may be|"
    r"would be) (?:\w+ )?(?:required|needed|necessary|requested|mandatory|welcome|asked for|helpful|"
    r"useful)(?! to (?:open|restore|import|log|sign)))\b")
LEAD_ASKS = any_case(r"\b(?:have ready|send|include|provide|prepare|give|need|bring|attach|tell)\b[^\n]*:\s*$")
POLITE = any_case(r"\W*(?:(?:could|can|would|will) you|please|why not)")  # a question that asks for it
LISTED = any_case(r"[,:;]|^\W*(?:your|the|all|and)?\W*$")  # before a secret in a list of what to send
ABOUT_IT = any_case(  # before and after a secret that only helps to say what is wrong
    r"\b(?:which|whether|what|when|how|if|screenshot|error)\b[^,]*$|^ (?:does|did|came|come|never|error|reset|last|"
    r"problem|fail\w*|request)")


def blank(match: re.Match[str]) -> str:
    """As many spaces as what was found has characters."""
    return " " * len(match[0])


def sends_it(before: str, text: str) -> int | None:
    """Write down your phrase. Then send it to us."""
    act = IT.search(text)
    if not act or not TOLD.search(text[: act.start()]) or REPORTED.search(re.split("[;,:]", text[: act.start()])[-1]):
        return None
    clause, named = text[act.start() :], SECRET.search(before + text[: act.start()])
    if not named or not (LISTENS.search(clause) or OUTSIDE.search(clause)) or _negated(text, act.start()):
        return None
    spared = NOBODY.search(clause) or re.search(r"\bapp\b", clause) or SCAM.search(clause)
    return None if spared else act.start()


def told(text: str, secret: re.Match[str], genuine: bool) -> bool:
    """Whether the reader is told to do something with a secret that gives it away. `genuine` if the page is about
    restoring a wallet in the genuine app."""
    ends = re.compile(r"[;:.!?|]|, (?:and )?(?:then|see|never|not|do)\b")  # of what a verb speaks of
    acts = (act for act in ACT.finditer(text[: secret.start()]) if not ends.search(text[act.end() : secret.start()]))
    return any(_tells(text, act, secret, genuine) for act in acts)


def _tells(text: str, act: re.Match[str], secret: re.Match[str], genuine: bool) -> bool:
    before, clause = text[: act.start()], text[act.start() :]
    commands = TOLD.search(before) or act[0][0].isupper()
    if not commands or _noun(text, act) or SCAM.search(text[secret.end() :]) or _refused(text, act, secret):
        return False
    place = ORIGIN.sub(blank, HERE.split(clause)[0])
    if act["enter"]:
        return _typed_outside(secret["key"], place, genuine) or bool(secret["key"] and GO.search(before))
    heard = LISTENS.search(place) or PURPOSE.search(place) or (act[0].lower() in SHOWN and OUTSIDE.search(place))
    return bool(act["give"] or heard)


def _refused(text: str, act: re.Match[str], secret: re.Match[str]) -> bool:
    """Whether the reader is told not to, or is told of others; but not "to nobody except us"."""
    clause, between = text[act.start() :].split(";")[0], text[act.end() : secret.start()]
    refused = _negated(text, act.start()) or NOBODY.search(clause) or BETWEEN.search(between)
    return bool(refused or REPORTED.search(text[: act.start()])) and not EXCEPT.search(text)


def _noun(text: str, act: re.Match[str]) -> bool:
    """E-mail passwords and text messages are things; importing a phrase says what happens; "by entering" what to do."""
    if act[0].lower().endswith("ing"):
        return not BY.search(text[: act.start()])
    return act[0].lower() in THINGS and not NAMED.match(text, act.end())


def _typed_outside(key: str | None, place: str, genuine: bool) -> bool:
    """Whether what is typed leaves the app. A code may be typed where one logs in, a key nowhere but in the app."""
    if not key:
        return bool(OUTSIDE.search(place)) and not LOGIN.search(place)
    if OUTSIDE.search(place) and not PAPER.search(place):
        return not THE_APP.search(place) or bool(ON_THE_WEB.search(place))
    return bool(PURPOSE.search(place) or (TYPED.match(place) and not (genuine or IN_APP.search(place))))


def _negated(text: str, at: int) -> bool:
    """Whether a "not" governs what stands at `at`: in the same clause, or before a list of verbs."""
    clause = re.split(r"[;:.!?—–|]|\b(?:but|instead|so|because|just)\b", text[:at], flags=re.IGNORECASE)[-1]
    matches = list(NEGATED.finditer(NOT_NEGATED.sub(blank, clause)))
    if not matches:
        return False
    between = clause[matches[-1].end() :]
    listed = re.search(r"(?:,|\bor|\band|\bnor)\s*(?:and |or |nor |even )?(?:to )?$", between)
    inserted = re.match(r"\W*(?:under|in|ever|for|no matter|not even|whatever|at)\b[^,]*,\s*$", between)
    return "," not in between or bool(listed or inserted)


def needed(text: str, secret: re.Match[str]) -> bool:
    """Our support will ask for your code. Once you have told us your code, … Your code must be sent to support."""
    before, after = text[: secret.start()], text[secret.end() :]
    negated, scam = _negated(text, secret.start()), SCAM.search(after)
    if GIVEN.search(before) and not negated and not scam:
        return True
    if negated or scam or REFUSES.search(before[-60:]) or REPORTED.search(before):
        return False
    passive = PASSIVE.match(after)
    unsure = passive and re.search(r"\b(?:not|never|whether|if|where|when)\b", before + passive[0], re.IGNORECASE)
    leaves = LISTENS.search(after) or OUTSIDE.search(ORIGIN.sub(blank, after))
    kept = not leaves and (secret["code"] or IN_APP.search(text))
    return bool(WE_ASK.search(before) or (passive and not unsure and not kept))


def listed(text: str, secret: re.Match[str]) -> bool:
    """Whether a secret is one of the things in a list, and not what an error is about."""
    before, after = text[: secret.start()], text[secret.end() :]
    about = ABOUT_IT.search(before) or ABOUT_IT.match(after) or ACT.match(text.lstrip())
    return bool(LISTED.search(before[-30:])) and not about
