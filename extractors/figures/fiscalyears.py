"""Companies whose fiscal year is no calendar year: when it begins, and by which year it is called.

Source of each row: the cover of the company's latest annual report ("for the fiscal year ended …", Form 10-K, 20-F or
40-F; annual securities report or annual report elsewhere), as filed up to 2025. Years of 52 or 53 weeks that end near
the end of a month are read as ending with it. A company that is not listed has no row: its periods stay unresolved.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping

# The last month of the fiscal year, and who has it. Called by the calendar year in which it ends.
_BY_LAST_MONTH = {
    1: """
        Nvidia, NVIDIA, Walmart, Salesforce, Dell, Dell Technologies, Snowflake, Workday, Autodesk, CrowdStrike,
        Okta, MongoDB, Marvell, UiPath, Box, DocuSign, Docusign, Zoom, Splunk, Veeva, Best Buy, Signet, GitLab,
        Samsara, SentinelOne, Rubrik, Planet Labs, HashiCorp
        """,
    2: "BlackBerry, Constellation Brands, CarMax",
    3: """
        Electronic Arts, EA, Take-Two, Take-Two Interactive, McKesson, Alibaba, Lenovo, Vodafone, BT, National
        Grid, Qorvo, Microchip, Microchip Technology, Arm, Arm Holdings, Flex, Gen Digital, Ralph Lauren, e.l.f.,
        e.l.f. Beauty, Capri, Capri Holdings, Deckers, DXC, DXC Technology, Infosys, Tata Consultancy Services,
        TCS, Tata Motors, Wipro, Reliance Industries, Air India, Singapore Airlines, Ryanair, Alstom, Ubisoft,
        Richemont, Kyndryl
        """,
    4: "Medtronic, NetApp, Couche-Tard, Alimentation Couche-Tard, J.M. Smucker, Smucker, Elastic, C3.ai, Ashtead",
    5: "Oracle, Nike, FedEx, General Mills, Conagra, Darden, Paychex, Cintas, Lamb Weston",
    6: """
        Microsoft, Procter & Gamble, P&G, Estee Lauder, Estée Lauder, Western Digital, Seagate, Parker Hannifin,
        Parker-Hannifin, BHP, CSL, Telstra, Diageo, KLA, Lam Research, Coherent, Lumentum, Clorox, Sysco, Cardinal
        Health, News Corp, Fox Corp, Tapestry, Automatic Data Processing, Pernod Ricard, Fortescue, South32, Super
        Micro, Supermicro, IREN, Sandisk, Atlassian
        """,
    7: "Cisco, Intuit, Palo Alto Networks, Palo Alto, Campbell, Campbell Soup, Zscaler, Nutanix, Copart",
    8: "Costco, Accenture, Micron, Micron Technology, Walgreens, Walgreens Boots Alliance, Jabil, AutoZone, FactSet",
    9: """
        Apple, Disney, Walt Disney, Visa, Starbucks, Qualcomm, Siemens, Siemens Energy, Siemens Healthineers,
        Infineon, Emerson, Emerson Electric, Tyson, Tyson Foods, Rockwell Automation, Becton Dickinson, Hologic,
        Cencora, Air Products, TransDigm, Franklin Templeton, Raymond James, Imperial Brands, Compass Group,
        easyJet, TUI, Thyssenkrupp, Skyworks, Johnson Controls, D.R. Horton, Warner Music, Aramark, PTC, F5, Fair
        Isaac
        """,
    10: """
        Broadcom, HP, HP Inc, Hewlett Packard Enterprise, HPE, Applied Materials, Agilent, Keysight, Synopsys,
        Ciena, Analog Devices, Deere, Hormel, Toll Brothers, Royal Bank of Canada, TD Bank, Toronto-Dominion,
        Scotiabank, Bank of Montreal, BMO, Toro
        """,
    11: "Adobe, Carnival, Lennar, KB Home, Jefferies, McCormick, TD Synnex, IHS Markit",
}
# The same of those that call it by the calendar year in which it begins: Japan, and most American retailers.
_BY_FIRST_YEAR = {
    1: "Home Depot, Lowe's, Kroger, Macy's, Kohl's, Nordstrom, TJX, Ross Stores, Dollar General, Dollar Tree, Ulta",
    2: "Seven & i, Seven & I, Albertsons",
    3: """
        Sony, SoftBank, SoftBank Group, Toyota, Honda, Nissan, Hitachi, Panasonic, Mitsubishi, Nippon Steel,
        Takeda, Nomura, Tokyo Electron, Kioxia, Advantest, Toshiba, Fujitsu, NTT, Mizuho, MUFG, Sumitomo
        """,
}


def _starts() -> dict[str, int]:
    """The first month of each, counted from the January before the year it is called by."""
    found: dict[str, int] = {}
    for table, later in ((_BY_LAST_MONTH, 0), (_BY_FIRST_YEAR, 12)):
        for last, names in table.items():
            found |= dict.fromkeys(" ".join(names.split()).split(", "), last + 1 + later)
    return found


FISCAL_YEAR_STARTS: Mapping[str, int] = _starts()


def named_in(text: str, starts: Mapping[str, int]) -> tuple[list[int], list[str]]:
    """Where companies of the table are named in a text, in order: the places after their names, and the names."""
    if not starts:
        return [], []
    longest_first = sorted(starts, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    hits = [(match.end(), match.group()) for match in pattern.finditer(text)]
    return [end for end, _ in hits], [name for _, name in hits]


def last_named(named: tuple[list[int], list[str]], first: int, last: int) -> str | None:
    """The company of the table named last between two places of the text."""
    at = bisect_left(named[0], last + 1) - 1
    return named[1][at] if at >= 0 and named[0][at] > first else None
