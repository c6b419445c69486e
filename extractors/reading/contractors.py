"""Who builds for others, and who lends for a living, in nearly every report on a project that names them."""

from extractors.reading.namesakes import comparable_name


def _keys(rows: str) -> frozenset[str]:
    return frozenset(comparable_name(" ".join(name.split())) for name in rows.split(";"))


# Makers of reactors, turbines, chip tools, ships and cables, and firms that plan and build.
CONTRACTORS = _keys(
    """
    areva; areva np; framatome; framatome anp; orano; westinghouse; ge hitachi; ge hitachi nuclear energy; ge
    vernova; ge vernova hitachi; siemens; siemens energy; siemens gamesa; vestas; nordex; toshiba; nuscale; nuscale
    power; x-energy; kairos power; terrapower; rolls-royce smr; bechtel; fluor; kiewit; atkinsrealis; snc-lavalin;
    aecon; jacobs; kbr; worley; technip energies; technip; mcdermott; saipem; zachry; chiyoda; jgc; subsea 7;
    hyundai engineering; hyundai e and c; samsung c and t; samsung e and a; doosan; doosan enerbility; mitsubishi
    heavy; daewoo e and c; khnp; rosatom; atomstroyexport; vinci; bouygues; eiffage; balfour beatty; skanska; laing
    o'rourke; laing o rourke; kier; costain; ferrovial; acs; hochtief; strabag; webuild; larsen and toubro;
    mortenson; turner; dpr; exyte; asml; applied materials; tokyo electron; lam research; goldwind; mingyang;
    prysmian; nexans; nkt; alstom; cadeler; van oord; deme; boskalis; jan de nul; heerema; arabelle solutions; black
    and veatch; mitsubishi power; baker hughes; wartsila; shaw; chicago bridge and iron; cb and i; black veatch;
    burns and mcdonnell; stone and webster; shaw group; westinghouse electric; holtec britain; mcdermott
    international; petrofac; tecnicas     reunidas; maire; maire tecnimont; tecnimont; ge; first solar; longi;
    jinko; sungrow; fluence; thyssenkrupp nucera
    """
)
FINANCIERS = _keys(
    """
    european investment bank; eib; ebrd; kfw; jbic; japan bank for international cooperation; nexi; us exim; ukef;
    uk export finance; export development canada; edc; bpifrance; sfil; canada infrastructure bank; national wealth
    fund; world bank; international finance corporation; ifc; asian development bank; adb; african development bank;
    kexim; export-import bank of korea; k-sure; sace; cdp; finnvera; eksfin; eifo; nordic investment bank; bndes;
    china development bank; hsbc; bnp paribas; mufg; smbc; sumitomo mitsui; mizuho; santander; societe generale;
    credit agricole; natixis; ing; rabobank; standard chartered; clean energy finance corporation
    """
)
