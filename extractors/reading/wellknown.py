"""Companies that everybody writes of: their other names, and the goods by which writers call them.

A row is `name = other names | goods`. A company needs no row to be found: rows only join what no text explains, such as
"VW" and "Volkswagen", "the Windows maker" and Microsoft. Goods are no company's name themselves, or a part of it.
"""

import re

_ROWS = """
microsoft = msft | windows, xbox, azure, office, linkedin, github, copilot
google = alphabet, google cloud, googl | android, youtube, gmail, gemini, chrome, pixel, search
apple = aapl | iphone, ipad, mac, macbook
amazon = aws, amazon web services, amazon.com, amzn | alexa, kindle
meta = facebook, meta platforms | instagram, whatsapp, threads
x = twitter
nvidia = nvda | geforce, cuda
openai = open ai | chatgpt, sora, dall-e
anthropic = | claude
xai = | grok
tesla = tsla | cybertruck, model y
bytedance = | tiktok, douyin
advanced micro devices = amd
intel = intc
international business machines = ibm
taiwan semiconductor manufacturing = tsmc
softbank = softbank group
tencent = | wechat
alibaba = alibaba group
samsung = samsung electronics | galaxy
sony = sony group | playstation
nintendo = | switch, super mario
activision blizzard = activision | call of duty, candy crush
electronic arts = ea | the sims, battlefield, madden
take-two interactive = take-two | grand theft auto
epic games = epic | fortnite
volkswagen = vw, volkswagen group | audi, skoda, seat, porsche
general motors = gm | chevrolet, cadillac, buick
ford motor = ford | mustang, f-150
stellantis = | jeep, peugeot, fiat, chrysler, opel
bmw = bayerische motoren werke | mini
mercedes-benz = mercedes, daimler
toyota = toyota motor | lexus, prius
nissan = nissan motor
honda = honda motor
jaguar land rover = jlr | land rover
general electric = ge
johnson and johnson = j and j, jnj | tylenol, band-aid
procter and gamble = p and g | gillette, pampers, tide
unilever = | dove, hellmann's, magnum, marmite
nestle = | nescafe, kitkat, nespresso
kraft heinz = | philadelphia
mondelez = mondelez international | oreo, cadbury, milka
pepsico = pepsi | doritos, lay's, gatorade, mountain dew
coca-cola = coke | sprite, fanta
anheuser-busch inbev = ab inbev, anheuser-busch | budweiser, stella artois, corona
philip morris international = pmi, philip morris | marlboro, iqos
british american tobacco = bat | lucky strike, dunhill
mars = | snickers, m&m's, twix, pedigree
kellanova = | pringles, pop-tarts, cheez-it
keurig dr pepper = kdp | dr pepper
diageo = | guinness, smirnoff, johnnie walker
reckitt = reckitt benckiser | durex, dettol, lysol
haleon = | sensodyne, advil, panadol
kenvue = | tylenol, listerine, neutrogena
estee lauder = estee lauder companies | clinique, mac
lvmh = lvmh moet hennessy louis vuitton | louis vuitton, dior, moet
kering = | gucci, saint laurent
richemont = compagnie financiere richemont | cartier
capri = capri holdings | michael kors, versace, jimmy choo
tapestry = | coach, kate spade
inditex = | zara
hennes and mauritz = h and m
pfizer = | viagra, paxlovid
novo nordisk = | ozempic, wegovy
eli lilly = lilly | mounjaro, zepbound
bristol-myers squibb = bristol myers squibb, bms, bristol myers
gsk = glaxosmithkline
merck = merck and co, msd | keytruda
abbvie = | humira, botox
allergan = | botox
astrazeneca = az
exxon mobil = exxon
bp = british petroleum
totalenergies = total
saudi aramco = aramco, saudi arabian oil
electricite de france = edf
bhp = bhp group, bhp billiton
morrisons = wm morrison supermarkets, wm morrison, morrison supermarkets
j sainsbury = sainsbury's, sainsbury, sainsburys
marks and spencer = m and s
seven and i = seven and i holdings | 7-eleven
alimentation couche-tard = couche-tard | circle k
warner bros discovery = wbd, warner bros, warner brothers discovery | hbo, cnn
walt disney = disney, walt disney co | disney+, pixar, espn
paramount = paramount global, paramount skydance
comcast = | sky, nbcuniversal, peacock
intercontinental exchange = ice
london stock exchange = lseg, london stock exchange group
clayton dubilier and rice = cd and r, cdr
kohlberg kravis roberts = kkr
cvc capital partners = cvc
eqt = eqt partners
tpg = texas pacific group
andreessen horowitz = a16z
canada pension plan investment board = cpp investments, cppib, cpp investment board, cpp
ontario teachers pension plan = ontario teachers, otpp
caisse de depot et placement du quebec = cdpq, la caisse
abu dhabi investment authority = adia
qatar investment authority = qia
public investment fund = pif
government of singapore investment = gic
norges bank investment management = nbim
jpmorgan chase = jpmorgan, jp morgan, j p morgan
bank of america = bofa
ubs = ubs group
hsbc = hongkong and shanghai banking
standard chartered = stanchart
banco bilbao vizcaya argentaria = bbva
unicredit = uni credit
hewlett packard enterprise = hpe
hp = hewlett-packard
deutsche telekom = | t-mobile
bt = british telecom, bt group | ee
international consolidated airlines = iag | british airways, iberia
berkshire hathaway = | geico, duracell, dairy queen
"""

# Companies that are called as a person is.
_LIKE_PEOPLE = """
    t rowe price; j crew; e w scripps; c h robinson; w r grace; h b fuller; j m smucker; f w woolworth; j c penney;
    s c johnson; l l bean; h j heinz; t j maxx; d r horton; a o smith; e i du pont; b f goodrich; r r donnelley; w l
    gore;
    w h smith; j d power; j d wetherspoon; a g edwards; e f hutton; h f ahmanson; g d searle; p h glatfelter; r h macy;
    aditya birla; ann taylor; anne klein; arthur andersen; arthur j gallagher; betty crocker; bobbi brown; bruno
    magli; calvin klein; carl zeiss; charles river; charles schwab; charlotte tilbury; christian dior; dr martens;
    dr pepper; dr reddy; duncan hines; eddie bauer; edward jones; eli lilly; emerson; emilio pucci; felix pharma;
    franklin templeton; franz haniel; frederick; george weston; gianni versace; giorgio armani; gordon brothers;
    hans grohe; harvey nichols; hector beverages; henry schein; hugo boss; jack daniel; jack henry; jack wolfskin;
    james finlay; james hardie; jean paul gaultier; jenny craig; jim beam; jimmy choo; jo malone; jo-ann; john
    deere; john hancock; john laing; john lewis; john menzies; john wood; johnnie walker; julius baer; karl
    lagerfeld; kate spade; laura ashley; laura mercier; louis dreyfus; louis vuitton; marc jacobs; martin
    marietta; mary kay; max factor; max mara; michael kors; oscar health; otto; otto bock; paul smith; peter hahn;
    peter piper; philip morris; ralph lauren; randall; raymond james; robert bosch; robert half; roberto cavalli;
    russell reynolds; ryan specialty; sally beauty; sandy spring; sara lee; simon property; stanley black; stella
    mccartney; ted baker; thomas cook; tim hortons; tom ford; tommy hilfiger; tory burch; travis perkins; vera
    bradley; vera wang; vivienne westwood; warren petroleum; yves rocher; yves saint laurent
"""
LIKE_PEOPLE = frozenset(" ".join(name.split()) for name in _LIKE_PEOPLE.split(";"))


def _parted(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _plain(name: str) -> str:
    """A name of the table as names are compared."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", name.replace("'s", "")).split())


def _rows() -> tuple[dict[str, str], dict[str, str]]:
    same: dict[str, str] = {}
    goods: dict[str, str] = {}
    for row in filter(None, map(str.strip, _ROWS.splitlines())):
        names, _, made = row.partition("|")
        name, _, others = names.partition("=")
        for other in _parted(others):
            same[_plain(other)] = _plain(name)
        for thing in _parted(made):
            goods.setdefault(thing, _plain(name))
    return same, goods


# From a name, as it is compared, to the one under which the company is kept; and from goods to who makes them.
SAME_COMPANY, MADE_BY = _rows()
OWN_NAMES = frozenset(SAME_COMPANY.values())
KNOWN = OWN_NAMES | SAME_COMPANY.keys()
