"""Words that tell names of companies from all the other words with a capital. One word more is one word here."""


def words(rows: str) -> frozenset[str]:
    """A set of words from one line or several."""
    return frozenset(rows.split())


def _names(rows: str) -> frozenset[str]:
    return frozenset(name.strip() for name in rows.replace("\n", ";").split(";") if name.strip())


# What a company's name may end in. Legal forms are dropped to compare names; the others only prove a company.
LEGAL_FORMS = words(
    """
    inc incorporated corp corporation ltd limited plc llc lp co company ag sa nv se ab asa gmbh spa kk pte bv oy
    oyj as bhd srl sas llp s.a n.v l.p b.v s.p.a pbc
    """
)
COMPANY_ENDINGS = LEGAL_FORMS | words(
    """
    group holdings holding bank bancorp bancshares industries partners technologies systems enterprises
    international resources petroleum associates laboratories pharmaceuticals airlines airways communications
    brothers bros capital ventures trust fund association stores motors steel energy oil mines insurance foods
    entertainment pictures studios networks software semiconductor semiconductors labs infrastructure therapeutics
    biosciences biotherapeutics biotech pharma robotics gaming media logistics minerals metals mining renewables
    utilities investments equity advisors advisers supermarkets stores foods beverages brewery breweries hotels
    resorts airline aerospace aviation automotive chemicals materials healthcare genomics diagnostics dynamics
    instruments devices electronics solutions consulting interactive properties realty developments
    """
)

# A word with a capital that begins no name, since it is common: openers, pronouns, the trade's own nouns.
COMMON = words(
    """
    translated the a an this that these those it its he she we they i you his her their our your my who what which
    when where why
    how if as at in on of to for from by with without within into over under after before since until till during
    while although though because but and or nor so yet not no never none nothing nobody both either neither each
    every all any some many few several most more less fewer much other others another such same one two three four
    five six seven eight nine ten hundreds thousands millions billions trillions tens half first second third last
    next earlier later now then today yesterday tomorrow recently currently still also even only just once again here
    there back elsewhere meanwhile separately moreover however instead thus therefore rather apart according based
    including despite amid among against about above across along around behind below beneath beside between beyond
    down near off out per plus than through throughout toward towards up upon via versus is are was were be been being
    am has have had do does did will would shall should can could may might must let yes ok please read see call
    remember ask asked asking say says said talk talks talking take taken taking get gets got give given go goes going
    come comes coming make makes made put puts keep kept look looks think want wants shares stock stocks share
    shareholders holders investors investor analysts analyst executives officials insiders sources source people
    person traders lawyers advisers regulators directors management closing completion terms financing deal deals
    merger acquisition takeover purchase offer offers bid bids agreement agreements pact contract partnership
    investment investments funding money cash debt price prices value revenue sales profit profits earnings costs cost
    capacity power data chip chips company companies firm firms startup chipmaker group news report reports reported
    related overview summary context background update updated exclusive breaking analysis opinion photo image credit
    published title headline payment payments plan plans planned production operations construction deliveries
    shipments regulatory approval board boards shareholder court judge government months weeks days years year quarter
    week day month time press release statement letter intent definitive phase stage part whole everything something
    anything everybody somebody hardly nearly almost roughly officially originally initially previously eventually
    finally ultimately apparently perhaps probably possibly together too very well long short big bigger biggest large
    larger largest small new newer old older good better best high higher highest low lower lowest final full total
    key main major joint separate special stalled landmark asked announced announcing founded created backed led
    details detail questions work works working use uses using used include includes like unlike compared ceo cfo coo
    cto chairman president chief executive officer director founder co-founder spokesman spokeswoman spokesperson mr
    mrs ms dr sir senator minister secretary governor professor judge justice vice senior head managing ai gpu gpus
    cpu cpus tpu tpus npu ip ipo it tv ev evs api agi llm llms gw mw kw usd eur gbp uk us u.s u.k eu e.u un q1 q2 q3
    q4 h1 h2 fy gdp etf m&a r&d ceos loi mou nda 10-k 10-q 8-k s-1 sec-filing internet web cloud gigawatt gigawatts
    megawatt megawatts billion million trillion dollars dollar euros pounds percent bitcoin crypto english why it's
    here's that's there's don't won't can't i'm we're monday tuesday wednesday thursday friday saturday sunday mon tue
    wed thu fri sat sun january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec christmas easter eve everyone everywhere nowadays whatever whether whose
    whom competition competitors customers customer rival rivals stage industry market markets technology tech
    artificial intelligence infrastructure computing compute hardware nuclear gas oil water land electricity grid fab
    fabs plant plants factory factories project projects site sites billionaire founders retail consumer household
    readers bills learn lessons section chapter table figure worldwide global international national federal state
    local european american british remaining additional further existing current former whereas wherever upon unless
    bln mln pct dlrs dlr stg cts gmt cet est edt owners owner holdings-wide union workers staff employees jobs unions
    banks bank lenders lender creditors consideration equity ownership stake stakes interest proceeds subject
    conditions following fresh mad series consortium open start watch consider imagine expect remember note add added
    speaking commitments
    alternative build factor services inside away operating net formal members growing selling users lead hopes doubts
    word sounds sure maybe say heard back out hyperscalers hyperscaler rs inr crore lakh jv stockholders shareowners
    unit phase brands brand scheme consumers viewers tenders acceptances pt vat nba nfl nhl mlb uefa fifa ebitda ebit
    capex opex arr roi irr nav fid ppa ppas esg sme smes cfa mba phd eps cagr reit reits spac spacs lng lpg ccs smr
    smrs hvdc oem oems saas id ids pr hr ma tv dvd faq pdf pm am agm egm ev/ebitda wacc dcf fx psa eis iot
    """
)

# Places, peoples and languages: no parties, though companies carry them in their names.
PLACES = words(
    """
    america usa britain england scotland wales ireland france germany italy spain portugal netherlands belgium
    switzerland austria sweden norway denmark finland iceland poland ukraine russia czech hungary romania greece
    turkey israel iran iraq egypt nigeria kenya ghana morocco arabia saudi uae qatar kuwait emirates dubai india
    pakistan bangladesh china taiwan japan korea vietnam thailand malaysia singapore indonesia philippines australia
    zealand canada mexico brazil argentina chile peru colombia cuba europe asia africa oceania arctic alabama alaska
    arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa
    kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
    nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming
    ontario quebec alberta manitoba saskatchewan london paris berlin munich frankfurt hamburg zurich geneva
    amsterdam rotterdam brussels madrid barcelona lisbon rome milan vienna stockholm oslo copenhagen helsinki dublin
    belfast edinburgh glasgow manchester birmingham moscow kyiv warsaw prague budapest athens istanbul beijing
    shanghai shenzhen taipei tokyo osaka kyoto seoul mumbai delhi bangalore sydney melbourne brisbane perth adelaide
    auckland toronto montreal vancouver ottawa calgary boston chicago houston dallas austin denver phoenix seattle
    portland atlanta miami detroit philadelphia pittsburgh cleveland columbus cincinnati minneapolis memphis
    baltimore somerset suffolk wall street downing silicon valley manhattan brooklyn york jersey hampshire carolina
    dakota angeles francisco diego jose vegas antonio abilene permian guyana u.s.-based kong hong abu dhabi riyadh
    pacific atlantic-coast hinkley french german italian spanish dutch swiss swedish norwegian danish finnish irish
    scottish welsh russian polish chinese japanese korean indian australian canadian mexican brazilian israeli
    turkish saudi emirati african asian taiwanese belgian austrian portuguese greek arab latin korean-owned
    japanese-owned ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn miss mont neb nev okla
    ore tenn tex va wash wis wyo nigerian kenyan egyptian moroccan ghanaian algerian tunisian ethiopian angolan
    zambian tanzanian ugandan pakistani bangladeshi vietnamese thai malaysian indonesian filipino singaporean kazakh
    ukrainian czech slovak slovenian croatian serbian romanian bulgarian hungarian estonian latvian lithuanian
    icelandic luxembourg luxembourgish maltese cypriot iraqi iranian kuwaiti qatari omani bahraini lebanese
    jordanian argentine argentinian chilean peruvian colombian venezuelan ecuadorian bolivian uruguayan paraguayan
    panamanian cuban jamaican algeria tunisia ethiopia angola zambia tanzania uganda mozambique namibia botswana
    zimbabwe senegal congo gabon libya sudan rwanda nepal bhutan myanmar burma cambodia laos mongolia kazakhstan
    uzbekistan azerbaijan armenia slovakia slovenia croatia serbia bulgaria estonia latvia lithuania malta cyprus
    oman bahrain lebanon jordan syria yemen venezuela ecuador bolivia uruguay paraguay panama honduras guatemala
    jamaica bahamas bermuda cayman guernsey jersey monaco liechtenstein andorra catalonia bavaria saxony lombardy
    normandy brittany cornwall devon kent essex surrey sussex norfolk yorkshire lancashire cumbria durham
    northumberland oxfordshire cambridgeshire leeds liverpool sheffield bristol newcastle nottingham leicester
    cardiff swansea aberdeen dundee cork limerick galway marseille lyon toulouse bordeaux lille nantes strasbourg
    hanover stuttgart dusseldorf cologne leipzig dresden bremen nuremberg turin naples genoa bologna florence
    seville valencia bilbao porto antwerp ghent utrecht eindhoven gothenburg malmo bergen stavanger trondheim aarhus
    tampere espoo turku basel lausanne bern lugano krakow wroclaw gdansk bratislava ljubljana zagreb belgrade
    bucharest sofia tallinn riga vilnius ankara izmir haifa jerusalem cairo lagos nairobi accra johannesburg durban
    casablanca doha jeddah muscat manama amman beirut baghdad tehran karachi lahore islamabad dhaka colombo kolkata
    chennai hyderabad pune ahmedabad gurgaon gurugram noida bengaluru jaipur bangkok jakarta manila hanoi guangzhou
    chongqing wuhan chengdu hangzhou nanjing tianjin nagoya fukuoka sapporo hiroshima busan incheon hsinchu canberra
    hobart darwin wellington christchurch edmonton winnipeg saskatoon regina halifax newfoundland santiago lima
    bogota caracas quito montevideo asuncion havana guadalajara monterrey sacramento oakland anaheim fresno tucson
    albuquerque tulsa omaha wichita louisville nashville knoxville richmond raleigh charlotte greensboro charleston
    savannah jacksonville orlando tampa tallahassee shreveport midland amarillo lubbock laredo boise spokane tacoma
    anchorage honolulu buffalo rochester syracuse albany hartford providence worcester newark trenton wilmington
    dover annapolis akron toledo dayton lansing kalamazoo milwaukee madison duluth fargo bismarck cheyenne tempe
    scottsdale plano irving sunnyvale cupertino redmond wolfsburg chicago-based americans canadians japanese-led
    guinea leone mauritania mali niger cameroon benin togo madagascar malawi eritrea djibouti somalia lesotho burundi
    chad papua fiji brunei lanka turkmenistan tajikistan kyrgyzstan moldova belarus bosnia macedonia kosovo montenegro
    suriname haiti nicaragua salvador trinidad tobago andhra pradesh gujarat maharashtra karnataka tamil nadu telangana
    kerala odisha rajasthan punjab haryana bihar bengal uttar assam jharkhand schleswig-holstein brandenburg thuringia
    hesse saarland guinean malagasy mauritanian malian
    u.s.-led middle east eastern western northern southern
    """
)

# Agencies, courts, exchanges, outlets, awards: they act in the news but are no parties to a deal.
NO_PARTIES = _names(
    """
    no 1; no 2; no 3; no 4; no 5;
    reuters; bloomberg; bloomberg news; associated press; ap; upi; afp; dpa; dpa-afx; rttnews; cnbc; cnn; bbc; nbc;
    abc; cbs news; fox news; financial times; ft; wall street journal; the wall street journal; wsj; new york times;
    washington post; the information; information; techcrunch; the verge; axios; business insider; forbes; fortune;
    barron's; marketwatch; politico; the guardian; guardian; the times; the economist; nikkei; nikkei asia; kyodo;
    yonhap; xinhua; caixin; handelsblatt; les echos; le monde; el pais; globe and mail; sky news; yahoo finance;
    investing.com; seeking alpha; tradingview; gurufocus; crunchbase; pitchbook; benzinga; cointelegraph; coindesk;
    panews; blockbeats news; nextfin news; mad money; pr newswire; business wire; globenewswire; press trust;
    dow jones; dow jones newswires; variety; deadline; hollywood reporter; sec; securities; exchange commission;
    securities and exchange commission; u.s. securities and exchange commission; ftc; federal trade commission; doj;
    justice department; department of justice; fcc; federal communications commission; ferc; cfius; cma; ofgem; ofcom;
    ofwat; competition and markets authority; european commission; european union; eu commission; accc; firb; asic;
    samr; mofcom; foreign investment review board; nuclear regulatory commission; nrc; department of energy;
    energy department; treasury; treasury department; u.s. treasury; white house; congress; senate; parliament;
    supreme court; high court; federal reserve; fed; bank of england; ecb; irs; epa; defense department; pentagon;
    commerce department; department of commerce; state department; home office; number 10; downing street; kremlin;
    united states; united kingdom; great britain; u.s; u.k; uk; us; eu; united nations; new york; new york city;
    south korea; north korea; nyse; nasdaq; new york stock exchange; london stock exchange; tokyo stock exchange; asx;
    ftse; ftse 100; s&p; s&p 500; dow; nikkei 225; dax; hang seng; nasdaq composite; wall street; silicon valley;
    hollywood; american stock exchange; chips act; chips; inflation reduction act; hart-scott-rodino;
    hart-scott-rodino act; hsr; act; national security; glass lewis; iss; institutional shareholder services; moody's;
    standard and poor's; fitch; international energy agency; investingpro; trendforce; cbre; gartner; idc; bernstein;
    jefferies; wedbush; goodbody; magnificent seven; series a; series b; series c; series d; series e; series f;
    series g; class a; class b; chapter 11; chapter 7; chatgpt; claude; gemini; grok; copilot; azure; windows; gpt-5;
    gpt; vera rubin; blackwell; hopper; rubin; grace; trainium; trainium2; trainium3; mi300; mi450; instinct; h100;
    h200; b200; gb200; gb300; geforce; cuda; bedrock; codex; tensor processing units; reuter; north sea; gulf;
    gulf of mexico; permian basin; middle east; cold war; ces; gtc; davos; world cup; democrats; republicans;
    republican; democrat; labour; tory; tories; conservatives; biden; trump; xi; putin; tender offer; ohio one; mod 1;
    hbo; hbo max; disney+; paramount+; prime video; iphone; android; xbox; playstation; youtube; instagram; whatsapp;
    mod 2; form 8-k; 10 q; internet of things; tpu; hoover dams; bay area; ipo; conference; english
    """
)

# Advisers and lenders of a deal are not parties unless they lend or buy themselves.
BANKS = _names(
    """
    goldman sachs; goldman; morgan stanley; jpmorgan; jpmorgan chase; jp morgan; citi; citigroup; citicorp;
    bank of america; bofa; bofa securities; barclays; ubs; credit suisse; deutsche bank; hsbc; bnp paribas;
    societe generale; lazard; evercore; centerview; centerview partners; moelis; rothschild; perella weinberg;
    pjt partners; guggenheim; wells fargo; royal bank of canada; rbc; nomura; mizuho; mufg; smbc;
    drexel burnham lambert; first boston; salomon brothers; shearson lehman brothers; shearson lehman; merrill lynch;
    kidder peabody; paine webber; paine webber inc; smith barney; dillon read; bear stearns; e.f. hutton; allen & co
    """
)

# Words of a person's office: what follows or precedes them is a person.
OFFICES = words(
    """
    ceo cfo coo cto chief chairman chairwoman chair president executive officer founder co-founder cofounder director
    boss head spokesman spokeswoman spokesperson analyst judge justice mr mrs ms dr sir senator minister secretary
    governor lawyer partner economist investor strategist treasurer prince king queen host chancellor mayor
    vice-president financier
    """
)

# A name before one of these words describes what comes next: "Pringles maker Kellanova", "ChatGPT owner OpenAI".
DESCRIBERS = words(
    """
    maker makers owner parent operator developer creator publisher producer manufacturer provider distributor backer
    subsidiary unit arm division spinoff spin-off rival giant-owner affiliate franchisee licensee
    """
)

# Words that open no company's name although they have a capital inside a sentence.
NO_OPENERS = words(
    """
    the a an this that its his her their our in on at by for of to from with and but or if when as is was monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec board company chief group chapter
    section mr mrs ms christmas easter english european american british federal state series class table figures
    internet shareholders holders unit phase fab stage
    """
)

# What figures are told with: the signs and scales of money, of parts, and what stands between a figure and its word.
SUMS = words("$ £ € ¥ billion million bn m trillion mln bln dlrs")
PERCENT = words("% percent cent per-cent pct")
SOFTENED = words(
    "some about around roughly nearly almost over up to at most least only just more than approximately a an is , : the"
)
