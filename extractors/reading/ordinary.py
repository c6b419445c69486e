"""Ordinary words: what opens a sentence with a capital and is no name, unless the text also writes it so elsewhere."""

from functools import lru_cache

from extractors.reading.lexicon import COMMON, words

# Endings of nouns, adjectives and adverbs that hardly any name of one word has. A name that has one all the same
# ("Discovery", "Alliance") is known by its capital in mid-sentence or in the title.
_ENDINGS = (
    *("tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ities", "ancy", "ency", "ancies", "encies"),
    *("ance", "ence", "ances", "ences", "ship", "ships", "hood", "ism", "isms", "ist", "ists", "ous", "ful", "less"),
    *("able", "ible", "ical", "ive", "ives", "ing", "ings", "ally", "ly", "ed", "wide", "wards", "ward", "ological"),
    *("ers", "ors", "eers", "ees", "ery", "eries", "ory", "ories", "acy", "ure", "ures", "ages", "ials", "ents"),
    *("graphy", "logy", "logies", "nomy", "worthy", "proof", "like", "some", "ically", "ular", "ural", "onal", "ional"),
    *("'re", "'ve", "'ll", "'d", "n't", "ions", "ually", "ants", "ials"),
)
# Joined by a hyphen to what goes before, these make a describing word: "third-quarter", "privately-held".
JOINED = words(
    """
    quarter year month week day term time half end scale held known traded based led backed owned run style size
    sized wide long old high low free fold party level rate cost price value share per to for up down in out off on
    class best worst largest biggest smallest oldest fastest newest least most only first second third centre center
    speed range side hand ever earlier later plus odd strong heavy light rich poor friendly related linked focused
    looking growing changing making saving selling buying producing sharing lasting running standing stage
    denominated headquartered listed chartered registered incorporated domiciled born trained educated made built
    funded financed sponsored controlled managed operated affiliated founded dominated run friendly bound wide era
    assisted enabled driven powered generated native intensive enhanced specific agnostic optimised optimized oriented
    facing approved certified compliant compatible capable adjusted weighted inspired themed branded designed engineered
    integrated supported aided derived produced grown sourced supplied delivered fuelled fueled fired cooled ready
    designated sanctioned regulated licensed licenced supervised hosted assembled focussed centric
    """
)
_COUNTED = words(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen zero once
    twice thrice half quarter third fifth sixth seventh eighth ninth tenth
    """
)
_WORDS = (
    COMMON
    | _COUNTED
    | words(
        # how a writer turns, doubts, orders
        """
        add admit aim allow answer argue assume avoid beware blame bring build buy call carry cast catch change charge
        check cheer choose claim clear click close collect combine compare count cross cut dare deal decide defend
        deny do double doubt draw drive drop earn ease eat end enjoy enter explain face fail fall feel fight figure
        fill find finish fix flip fly follow force forget form free gain gather grab grow guess halve handle happen
        hear help hide hit hold hope hurry ignore invite join judge jump kick kill know lay learn leave lend lift
        listen live load lose love mark mean measure meet merge mind miss move name notice order own pack pass pay
        pick place play point post prepare press prove pull push quote race raise reach recall refer reject rent
        repeat reply rest return ride ring rise roll run rush save score search see seek sell send serve set settle
        shake share shift shoot show shut sign sit skip slice sleep slip solve sort spare speak spend spin split
        spread spot stand stay step stick stop strike strip study sue suit suppose swap sweep swing switch tell test
        thank throw tie touch trace track trade train treat trim trust try turn type view visit wait walk warn wash
        watch wear win wish wonder worry write
        came went took gave got made said told felt kept left lost paid sold bought won brought built caught fell
        grew held knew led met ran rose sat saw sent set shot slept spent stood taught thought threw woke wore wrote
        became began blew broke chose drew drove flew forgot forgave rang shook sang sank spoke sprang stole struck
        swore tore born done gone known seen shown taken given written driven broken chosen spoken worn drawn grown
        """
    )
    | words(
        # the trade's own nouns, one and many
        """
        account accounts acre acres ads agency agencies aide aides amount amounts annex annual appeal appeals approach
        approaches arb arbs area areas arm arms array article asset assets auction auctions audit auditor award awards
        backlog balance bargain barrel barrels base basis battle bear bears bench benefit benefits bills board boards
        bond bonds bonus bonuses book books boom border borders boss bosses branch branches break breach bridge brief
        broker brokers budget budgets buildout bulk bull bulls bust buyback buybacks buyout buyouts cable cables cap
        capex capital car cars care cargo carrier carriers case cases cash catalogue catalog cause central cents chain
        chains chair chance chances change changes channel channels charge charges charter chart charts cheque cheques
        check choice choices class classes clause clauses client clients clinic closure clue coal code coin coins
        colleague colleagues column columns comment comments commodities concern concerns consent consult content
        contents contracts control controls convertible convertibles copper copy core corporate council councils
        counsel counter country county couple coupon courts cover coverage cream credit credits creditor crew crisis
        critic critics crowd crude cult curb curbs currency currencies cycle damages dates deadline deadlines death
        debate debts decade decades decline default defence defense delay delays delegates demand demands depot depots
        deposit deposits desk detail details device devices dilemma dinner dividend dividends document documents doubt
        downside draft driver drivers drug drugs duration duties duty earnings east ebitda economists economy edge
        editor effect effects effort efforts elections email emails employer employers employee employees enterprise
        entry equities equity error errors estate estates estimate estimates euro event events evidence example
        exception excess exchange exchanges exclusive exclusivity exit exits expert experts exports eye eyes facility
        fact facts factor failure fair fame families family fans farm farms fate favour fear fears feature fee fees
        fiction field fields file files filing filings film films fine fines finance fire firms fiscal flag flash flat
        fleet fleets flight flights floor flow focus folk folks food foods force forecast forecasts foreign form forms
        formula forum forward founder founders frame franchise franchises freight freshly friend friends front fuel
        fuels fund funds futures gain gains gains game games gap gas gauge gift gifts giant giants goal gold goods
        governance grain grant grants graph green greenmail grocer grocers gross ground grounds groups growth guests
        guide guidance guild gulf habit hall halls hand hands handover hardware harm hashprice hazard heads health
        hearings hearing heart heat heavy heir heirs help hire hires history holder holding home homes honour horizon
        hospital hospitals host hostile hotel hotels hour hours house household houses housing hub hype idea ideas
        identity image impact import imports income incomes index indices inflation input insider insiders inspectors
        insurance insurer insurers interest interests inventory invoice iron issue issues issuer item items jet jets
        job joke journal journey keys kind king kit labour labor lack land landlord landlords lawsuit lawsuits layoffs
        leaders league leak leaks lease leases legal leverage levies levy liabilities licence licences license
        licences lid life line lines link links list lists liquidity listeners lithium litigation load loads loan loans
        lobby local location locals lock lot lots loser losers loss losses luck lunch luxury machine machines mail
        majority maker makers mandate manager managers manufacturing map margin margins marks mass material materials
        matter matters maturity maximum mayor mayors means media median medicine meetings member mention mergers method
        metals methods midstream mill mills mine miner miners mines minimum ministers ministry minority minutes minus
        mix mobile mode model models money monopoly mood mortgage mortgages motel motion motive motor mountains movie
        movies multiple multiples music nation national nations nature neighbour neighbours neighbor neighbors network
        networks news newspaper newspapers night nights noise nominee nominees nonsense north note notes notice number
        numbers object objective odds offices office officer officers official oils operator operators opposition
        opponent opponents option options orders origin outlet outlets outlook output outsiders overtime owner
        package packages page pages pain panel paper papers parent parents parking parliament part parties partner
        partners parts party passenger passengers path patience patent patents patient patients pay payback paydays
        payer payout payouts peer peers pension pensions peace peak percent perhaps period perk perks phases phone
        phones photo photos piece pieces pilot pilots pipe pipeline pipelines pit pitch platform platforms player
        players plot plots pocket podcast poll polls policies policy politics pool poor port portfolio ports position
        positions pound pounds praise precedent predecessor premier premium premiums price pricing prime principal
        printer prior private prize prizes pro problem problems procedure process processes product products program
        programme programs programmes promise promises proof property properties proposal proposals pros proxy public
        purchases purpose purse quality queries question queue quota quotas quote radio rail rain rally range rank
        ranks rate rates rating ratings ratio reaction reactions reactor reactors reader real reason reasons rebate
        receipt receipts recipe record records recovery reference reform refund refunds region regions regulator
        relation relations relief remedies remedy remuneration renewal rents repair replies representative reserve
        reserves resident residents residence resource resources respondents response responses rest restaurants
        result results retailer retailers returns revenues revenue review reviews reward rewards right rights risk
        risks road roads role roles room rooms roster round rounds route routes row royalties royalty rubber rule
        rules ruling rumour rumours rumor rumors runway rural safety salaries salary sample sanctions scale sceptics
        skeptics schedule schedules schemes school schools science scores screen screens script scrutiny season seasons
        seat seats section sections sector sectors seller sellers sense sequel series server servers service session
        sessions settlement shadow shape shell shift ship ships shipping shop shops shopper shoppers shortage shot
        side sides sight sign signs silver size sizes skills slot slots software soil soldiers solar solution someone
        somebody son sons sort sorts soul south space speaker speakers special specialist speech speed sport sports
        spectrum spin spokesmen spokespeople sponsor sponsors spring square stability staffers stakes standard star
        stars station stations statute steel steelmakers steps stockbroker storage store stores storm story stories
        strategy strategies stream streaming street strength stress strike strikes string strings students studio
        studios style subject subscriber subscribers substance subsidiary subsidiaries success suitor suitors sum
        summer sums supply supplies supplier suppliers support supporters surge survey surveys suspicion swap swaps
        symbol synergies synergy system systems table tables tactic tactics tag tailwinds tale tales talent tank
        tankers target targets tariff tariffs task tasks taste tax taxes taxpayer taxpayers team teams television
        tenant tenants tender tension term test tests text thanks theme theory thing things thought thoughts threat
        threats ticket tickets tie timber timeline timetable tin tip tips titles tobacco toll ton tons tonnes tool
        tools topic topics total town towns track trader trains tranche transactions transfer transfers transport
        travel treasuries treasury trend trends trial trials trick trigger trip trouble truck trucks trust trustees
        truth turbine turbines turmoil turnover twist type types uncertainty undertakings underwriters unease upside
        uranium usage users utilities utility vacancy vaccine vaccines valuations van variety vehicle vehicles vendor
        vendors venture ventures verdict version versions vessel vessels victim victims victory video videos village
        visitors voice volume volumes vote voter voters votes wage wages wait wall war warehouse warehouses warrant
        warrants warning warnings waste water wave waves weakness wealth weather web website websites weekend weeks
        weight welcome west wheat while whisky whispers wind windfall wine winner winners winter wire wish wonder wood
        workers workforce world worry worries worth writer writers yard yesterday yield yields youth zinc zone zones
        """
    )
    | words(
        # how things are, when, and who
        """
        tornado tornadoes hurricane hurricanes storms typhoon flood floods flooding earthquake earthquakes wildfire
        wildfires rainfall snow snowfall drought heatwave lightning landslide volcano tsunami firefighters rescuers
        heroes
        potatoes tomatoes
        able absent abundant actual acute adequate afraid afterwards aged alive alike all-cash all-stock annual
        anyway apparent apt automatic average aware awful bad bare basic beautiful beauty bitter black blank blue bold
        brave brief bright broad brown busy calm careful certain cheap chief civil classic clean clever closer closest
        cold common complete complex concrete constant content contrary cool costly crazy critical crucial cruel
        curious daily damn dark dead dear decent deep delicate dense desperate different difficult direct dirty
        discreet distant domestic double dry due dull dumb eager easy east elderly electric electronic elegant else
        empty enormous enough entire equal even eventual everyday evident exact excellent excess exotic expensive
        extra extreme faint fair fairer faithful false familiar famous fancy far fast fatal federal feeble few fierce
        fifth fine firm fit flat fond foolish formal former forth fortunate free frequent fresh full fully fun funny
        general generous gentle genuine glad gone grand grave great green grim growing guilty happy hard harsh healthy
        heavy hefty hidden historic hollow holy honest horizontal hot huge human humble hungry ideal idle ill immediate
        imminent implicit independent indirect individual industrial inevitable initial innocent interim intense
        internal inner intriguing ironic joint junior keen kind lame late lazy lean legal lighter likely literary
        little live lonely long-term loose lost loud low lucky mad magic marginal mass maximum mean medium mere mild
        minimum minor modern modest moral more motionless multiple mutual naked narrow natural near neat necessary
        nervous neutral nice nimble noble normal northern notable novel nuclear numb obscure obvious odd okay open
        opposite optimal orderly ordinary organic original overall overdue overhead overseas overnight pale parallel
        partial particular patient perfect permanent personal petty physical plain pleasant plenty polite political
        poor popular posh positive possible potent practical precise preliminary premature present pretty prior private
        prominent prompt proper proud prudent pure quick quiet quite rainy random rapid rare rational raw ready real
        recent red regional regular relative reluctant remote repeat resident rich right ripe robust rough round rude
        sad safe same savvy scarce secondary secret secure selective senior separate serious severe sharp sheer shiny
        short shy sick significant silent similar simple single slack sleepy slight slim slow small smart smaller
        smooth social soft solid sole sorry sound sour southern spare specific spectacular speculative stable stale
        standard stark steady steep stern sticky stiff still straight strange strategic strict strong stupid sturdy
        subtle successful sudden sufficient suitable super superb superior supreme sweet swift tacit tall tame tasty
        tense terrible thick thin third thorough tight tiny tired tough traditional tricky trivial true typical ugly
        ultimate unanimous uncertain unclear uneasy unique unlikely unusual upbeat upper urban urgent useful usual
        utter vague valid vast vertical viable vicious virtual visible vital vivid vocal vulnerable warm wary weak
        wealthy weird wet white whole wholesale wicked wide wild willing wise wooden worse worst worthy wrong yearly
        yellow young younger youngest northeast northwest southeast southwest eastern western
        abroad again ago ahead alas almost alone along already always anew anyhow aside awhile backstage beforehand
        besides ever evermore everywhere forever forward furthermore hence henceforth herein hereby hither hitherto
        indeed indoors instead lately lest likewise midweek namely nay nevertheless nonetheless nope nor notwithstanding
        o oh onward otherwise outdoors overnight pursuant quarterly regardless seldom so somehow sometime sometimes
        somewhat somewhere soon sooner straightaway thank thence thereafter thereby therefore therein thereof though
        thus tonight twice underneath unlike vice weekly well whence whenever whereby wherever whether whichever
        whither whoever whomever yeah yep yet monthly morning afternoon evening midnight noon dawn dusk
        actor actors actress activists adviser advisor advisors agents allies ally ancestors applicants arbitrageurs
        architect artist artists attorney attorneys author authors banker bankers billionaires boy boys brother
        brothers captain celebrity champion champions chemist chemists chiefs child children citizen citizens
        clerk clerks coach coaches commuters consumer contractors cop cops cousin crew daughter dealers dealmakers
        delegates developers diplomat diplomats doctor doctors economist engineer engineers entrepreneur envoy
        executive expert farmer farmers father financiers fishermen fishing gamblers gamers girl girls grandfather
        guard guards heiress historian holders hunters husband immigrants journalist journalists judges juror jurors
        kid kids kings ladies lady lenders librarian lobbyists locals magnate man men mogul mother motorists nephew
        niece novelist nurse nurses observers onlookers pensioner pensioners pessimists optimists philosopher
        physicist politicians president priests professors psychologist pundits punters purists queen rebels
        researcher researchers resident rivals scholars scientist scientists servants shareholder sister sisters
        soldier spouse staff statistician student survivors teacher teachers technician teenager tourists trader
        tycoon tycoons veteran veterans villagers wife witness witnesses woman women workers
        """
    )
)


# Companies whose name is such a word: a name where a verb follows.
CALLED_SO = words(
    """
    apple target shell orange gap visa block circle square sage snap match stripe ring nest figure discover progressive
    reliance next boots boeing corning kering sterling accenture fidelity discovery activision prudential experian
    alliance equity honest hims general universal premier principal legal oracle amazon ball first chase general
    unity zoom slack twitter wing calm carbon cursor harvey glean ramp rippling vantage equitable travelers spectrum
    workday intuitive grammarly essential allegiant dominion entergy vistra express sprint cable dish comcast
    """
)
# What analysts say of shares, with a capital.
RATINGS = words("buy sell hold neutral overweight underweight outperform underperform reduce accumulate add")
_NAMES = words("boeing corning kering accenture activision experian comcast vistra entergy grammarly bpifrance rivian")
# What a writer asks the reader to do.
ORDERS = words(
    """
    add ask blame call check compare consider count enter expect forget give imagine join keep let look make mark mind
    note read recall remember say see spare start stop strike take tell thank think try turn wait watch welcome
    """
)


@lru_cache(maxsize=8192)
def is_ordinary(word: str) -> bool:
    """Whether a word, in lower case, is one that opens sentences far oftener than it names anybody."""
    if word in _NAMES:
        return False
    if word in _WORDS or (word.endswith(_ENDINGS) and word.isascii()):  # "Ørsted"
        return len(word) > 3 or word in _WORDS
    if len(word) > 4 and word.endswith("s") and word[:-1] in _WORDS:
        return True
    first, hyphen, last = word.rpartition("-")
    return bool(hyphen) and (
        last in JOINED or first.split("-")[0] in _COUNTED or (is_ordinary(first) and last in _WORDS)
    )


def is_listed(word: str) -> bool:
    """Whether a word is surely ordinary, not only by its ending."""
    return word in _WORDS or (len(word) > 4 and word.endswith("s") and word[:-1] in _WORDS)
