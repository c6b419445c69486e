"""The small words of a clause: what joins, governs, follows and replaces the names of companies."""

from extractors.reading.lexicon import words

LOOSE = words(". ? ! ; : • —")  # nothing is reached over these
LOOSE_BUT_POINT = LOOSE - {"."}
SIGNING = words("signed signs signing sign struck inked")
COMPUTING = words("computing compute cloud cloud-computing tpu tpus")
PRONOUNS = words(
    """
    it they company group firm giant conglomerate suitor chipmaker startup start-up chain retailer grocer supermarket
    bank lender insurer carmaker automaker drugmaker miner utility airline carrier brewer
    studio lab fintech specialist business unicorn neocloud hyperscaler tenant landlord planemaker telco
    broadcaster publisher brokerage steelmaker builder housebuilder shipbuilder manufacturer
    """
)
MEANT = words("company firm business chipmaker startup designer maker")
THINGS = words(
    """
    business businesses unit units division divisions plant plants subsidiary subsidiaries affiliate affiliates
    operations operation
    branch branches
    properties stores station stations hotel hotels refinery mill mills portfolio rights brand brands restaurants
    facility mine mines fields interests building arm arms assets network networks airwaves spectrum licences licenses
    patents franchise estate pipelines depots terminals
    """
)
DETERMINERS = words(
    """
    the a an its their all certain of most substantially some existing entire own other several former both four
    three two five six seven remaining
    """
)
PREPOSITIONS = words(
    """
    of in with for from by against at on to than like under into through about over between as including
    """
)
BETWEEN = words("the a an its their rival chipmaker giant startup fellow former then")
STOPS = words(", ; . : stake shares stock company firm maker its their")
KINDS_OF_FIRM = words(
    """
    company firm maker makers group business startup start-up start-ups unit provider producer developer supplier
    operator specialist giant designer stock shares business businesses division assets plant plants station stations
    """
)
AFTER_SUBJECT = words(
    """
    has have had is are was were will would may might can could should must said says did does do and or but that which
    who whose also now then still first again already buys sells takes pays plans wants agreed made took bought sold
    """
)
CONSORTIA = words("consortium group trio pair duo vehicle team syndicate alliance funds fund consortia club")
PAPER = words("shares share stock stake equity bonds debt board shareholders holders owner owners parent")
SPEAKERS = words("directors board owners shareholders management holders bosses executives trustees supervisors")
JOINTS = words("and , & with plus alongside or as")
GLUE = words(
    """
    and , & with plus the alongside along as well also both by from its their a an or fellow then sovereign
    wealth pension private state us u.s u.k uk british american canadian french german japanese saudi chinese indian
    korean dutch italian singapore's singaporean swiss swedish spanish fund funds bank insurer lender buyout equity
    """
)
AFTER_PART = frozenset(("", *words("in for from to at and , . ;")))
NOT_HEADLINE = words("its their of from the a an")  # a name after these is that of the part itself
FINITE = words("has have had is are was were will would said says meant means")  # verbs of the next clause
ALL_OF_IT = words("assets business businesses operations properties")
SOME_OF_IT = words("certain some several other two three four five six seven")
PARTS_OF_FIRMS = words("arm unit division subsidiary parent business capital equity shares stock operations successor")
AGREED = words(
    """
    agreed agreement agreements deal deals pact pacts contract contracts intent accord accords understanding arrangement
    arrangements talks negotiations
    """
)
AMOUNTS = words("billion million bn m trillion megawatts gigawatts mw gw thousand")
PERCENT = words("% percent pct per")
MONEY = words(
    """
    $ £ € ¥ ₹ us$ a$ c$ hk$ dlrs dlr dollars dollar stg sterling pounds pence euros euro yen marks francs crowns kroner
    kronor guilders lire pesos rupees yuan riyals dirhams won
    """
)
# Words after which no more is said of what a verb trades.
NO_GOODS = words("will would has have had is are was were which who that said not can could may might")
HELD = words("stake holding interest shareholding")
NOT_BOUGHT = words("from with by through via using to after as when because while")
# Who is spoken of without a name after a word of saying: "said a group of investors", "said another company".
SOMEBODY = words("a an another two three four several some unidentified unnamed investors")
SAYING = words("said says that")
NEWCOMERS = words(
    """
    group company firm investor investors consortium partnership party parties buyer bidder suitor suitors bidders
    partner concern fund
    """
)
FORMED = words("newly privately publicly closely formed held owned listed traded based private public unlisted new")
HIRED = words("retained retains retaining hired hires hiring engaged engages engaging enlisted enlists")
# What stands before the name of a firm and says of what sort it is: "from private equity firm Kellmark".
SORTS_OF_FIRM = words(
    """
    firm firms company group fund funds investor investors lender bank insurer giant house houses specialist operator
    private equity buyout sovereign wealth pension venture capital hedge state-owned listed family conglomerate
    """
)
# What comes "from" somebody who is no seller.
SOURCES = words(
    """
    loan loans debt financing backing support approval clearance funding cash opposition pressure competition bids
    offers objections money protests resistance snatching snatched snatch wresting wrested wrest stealing
    stolen ranging
    """
)
