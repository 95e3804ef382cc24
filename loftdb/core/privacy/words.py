"""Swedish words that tell a place, a count or an organisation from a person or a plate; in lower case.

They are short lists of what police and municipalities write about, not dictionaries: a word that is missing costs a
question to the person who writes, a word too many lets something through.
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


SHORT_WORDS = _words(
    """
    abb abf abs ale all alm apr ask atg atk att aug bad bar ben ber bet bmw bob bok bor box brb brf bro bud bup bus
    byn cal csn cuf dag dal dan dar dbl dec del dem den deo det dhr dkk dna dnr dom dra dur efs ekb ens epa era ett
    eur fap fbk feb fel fem fra fre fub gap gbp ger gob gps gtk gym hal han har hbt hed hel hem hen hjo hlr hls hon
    hop hos hot hsb hur hus jan jas jul jun kam kan kap kdu kfk kmh kod kom kro ktm kut kwh lag lar las lat led leo
    les let lgf lob lor lpo lpt lrf lss luf lux maj man mar max med mer mob mon mot mph msb muf nbo ncc ner nmt noa
    nog nok npf npo nrk ntf nto nya obs och ofc okt ons ord orn oss ost par per pol ppm pro psg pub rad ras rbu ref
    rek ren rfs rlc roc ror rot rpf rps rpt rum rus rut ryd sal sam sar sas sdu seb sek sen sep ser ses set sex sfs
    sju ska skl skr sku sms smu snf soc sol som son sos spa spf srf srk ssk ssu stf tab tag tal tar tas tbc tel tfn
    thc tma tog tom top tor tot tre tum tun tur typ unf ung upp usa usd ute
    """
)
"""Words and abbreviations of three letters that stand before a number without being a plate."""

COUNTED = (
    "st", "kr", "km", "kg", "procent", "promille", "personer", "deltagare", "besökare", "elever", "barn", "ungdomar",
    "vuxna", "medlemmar", "kunder", "bilar", "cyklister", "kontroller", "kontakter", "reflexer", "tillfällen",
    "samtal", "blåsningar", "mopeder",
)  # fmt: skip
"""What a number before them counts."""

GIVEN_NAMES = _words(
    """
    abbe abdi abdullah adam adnan agneta ahmad ahmed aisha albin alex alexander alexandra alfred ali alice allan
    alma amanda amina amir anders andreas anette angelica anita ann anna annelie annika anton antonio arne arvid
    astrid axel barbro beatrice bengt benjamin berit bernt bertil birger birgit birgitta björn bo bosse britt börje
    camilla carina carl carolina caroline casper cecilia charlotte christer christian christina christoffer claes
    conny dan daniel david dennis ebba edith edvin edward elias elin elina elisabet elisabeth ella ellen elsa
    emanuel emelie emil emilia emma erik erika erling ernst ester eva evelina fabian fatima felicia filip folke
    fredrik frida fritz george gerd gun gunilla gunnar gunnel gustaf gustav göran göte hampus hanna hannah hans
    harald hasan hassan helen helena helene henrik henry hugo hussein håkan ibrahim ida inga ingegerd ingemar inger
    ingrid ingvar irene isabella isak ivan jacob jakob jan janne jasmine jenny jens jerker jesper jessica jim jimmy
    joakim joel johan johanna johannes john johnny jonas jonatan jonathan josef josefin josefine juha julia jörgen
    kalle karin karl karolina katarina kenneth kent kerstin kim kjell klara klas kristian kristina kristoffer lars
    lasse leif leila lena lennart leo lina linda linn linnea linus lisa lisbeth lotta louise lovisa lucas ludvig
    lukas madeleine magnus mahmoud maja malin marcus margareta maria marianne marie markus martin martina maryam
    mathias mathilda matilda mats mattias melker mia michael mikael mikaela milan moa mohamed mohammad mohammed
    mona monica monika morgan mustafa nathalie niklas nils nina noah noor nora ola olivia olle olof omar oscar
    oskar osman ove patrik pelle per pernilla peter petra pia pontus ramona rasmus rebecca rebecka reza rickard
    rikard robert robin roger roland rolf ronny rune rut ruth samir samuel sandra sanna sara sarah sebastian simon
    siv sixten sofia sofie solveig sonja staffan stefan sten stig stina sture susanne suzanne svante sven svetlana
    tage theo theodor therese thomas tilda tobias tomas tommy tony torbjörn tord tore torsten tove tuva ulf ulla
    ulrika uno urban valter vera vidar viktor viktoria vilgot wilhelm william wilma yasmin yusuf yvonne zahra
    zeinab zlatan åke åsa örjan östen
    """
)

SURNAME_ENDINGS = ("sson", "qvist", "kvist", "ström", "gren", "blad", "löf", "löv", "hjelm", "stedt", "ling")
WEAK_SURNAME_ENDINGS = ("berg", "lund", "dahl", "mark", "man", "én", "holm", "ård", "lind")
"""Endings that many places have too, so that they say nothing where the word before begins a sentence."""

PLACE_WORDS = _words(
    """
    apr arena aug barnen biltema bohuslän bro brå burger camp center centrum circle city club coop cup dag dalsland
    dec europa europaväg event feb folkets friluftsfrämjandet fyrbodal gamla gata gross group gård götaland hall
    hamn hela hemköp hyreshus ica inre juli juni kapell klubb kommun korset kvantum kyrka lidl lilla lions län maj
    marknad mars max maxi mcdonalds mellersta missing mässa nedre nord norge norr norra nov nya nära okt park
    people plats preem region rotary rädda röda sankt sankta sep service shell skola stad station stora svenska
    sverige sveriges syd söder södra team torg vecka väg värmland väst väster västra willys yttre öst öster östra
    övre
    """
)
PLACE_ENDINGS = (
    "gatan", "vägen", "torget", "skolan", "skola", "gymnasium", "gymnasiet", "bron", "hamnen", "parken", "kyrkan",
    "centrum", "center", "stationen", "platsen", "hallen", "huset", "gården", "staden", "by", "köping", "sund", "näs",
    "fors", "backen", "udden", "ön", "holmen", "stranden", "viken", "berget", "åsen", "dalen", "ängen", "lunden",
    "skogen", "vallen", "planen", "leden", "området", "verket", "polisen", "polis", "polisområde", "kommunen",
    "kommun", "förening", "föreningen", "bolaget", "samverkan", "rådet", "nämnden", "styrelsen", "kåren", "klubben",
    "chef", "chefen", "slagen", "biblioteket", "tjänsten", "jouren", "badet", "macken",
    "festivalen", "dagen", "veckan", "natten",
)  # fmt: skip
"""Words, and endings of words, that are about a place, an organisation or a day."""

NAMED_AFTER = _words("gata väg torg plats park kyrka skola gymnasium gränd backe stig bro")
"""Words before which a person's name is a place's: *Karl Johans torg*."""

BEFORE_PLACES = _words(
    """
    i på vid till från mot mellan över genom längs runt hos utanför kring om utmed nära norr söder öster väster
    """
)
"""Words after which capitals are rather a place's."""
