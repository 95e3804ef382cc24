"""The words of published agreements, as data; a star is any ending, so that wordings not seen before are read too."""

from loftdb.core.reading.agreement.lexicon import Lexicon
from loftdb.core.reading.vocabulary import word_set

# Who.

POLICE = Lexicon(
    """
    polis, polisen, poliser, poliserna, polisers, polisens, polismyndighet*, polismän, polispersonal*,
    polisområde*, polisregion*, lokalpolis*, områdespolis*, kommunpolis*, närpolis*, ungdomspolis*,
    trafikpolis*, volontärpolis*, skolpolis*, polispatrull*, polisbuss*, patrullen, fotpatrullen, lpo, lpo:s,
    polisiära, polisiär, polisiärt, polisenhet*, polischef*, gruppchef*
    """
)
MUNICIPALITY = Lexicon(
    """
    kommun, kommunen, kommuns, kommunens, kommuner, kommunerna, kommunernas, stad, staden, stadens, kommunal,
    kommunala, kommunalt, socialtjänst*, social, socialsekreterar*, socialkontor*, socialförvaltning*,
    förvaltning*, *förvaltning, *förvaltningen, *förvaltningarna, *förvaltningens, *nämnden, *nämnd,
    kommunstyrels*, kommunledning*, fältar*, fältgrupp*, fältverksamhet*, fältteam*, fältsekreterar*, skola,
    skolan, skolorna, skolor, skolans, skolornas, grundskol*, högstadieskol*, gymnasieskol*, elevhäls*,
    fritidsgård*, fritidsledar*, fritidsverksamhet*, ungdomsverksamhet*, trygghetssamordnar*,
    säkerhetssamordnar*, säkerhetsskyddschef*, säkerhetschef*, ungdomssamordnar*, samordnare, brottsförebyggar*,
    upptäckargrupp*, tekniska kontor*, miljökontor*, byggkontor*, plan och bygg, miljö- och bygg*, kultur- och
    fritid*, alkoholhandläggar*, tillståndsenhet*, hemtjänst*, bibliotek*, ungdomsmottagning*, familjecentral*,
    kommunala bostadsbolag*_
    """
)
OTHERS = Lexicon(
    """
    andra kommuner, grannkommun*, bostadsbolag*, bostadsföretag*, bostadsaktiebolag*, bostadsstiftelse*,
    hyresvärd*, fastighetsägar*, fastighetsbolag*, handlarna, handlare*, handeln, handelns, butiker*,
    lokaltrafik*, *lokaltrafik, butiksägar*, köpmän*, köpmannaförening*, räddningstjänst*, kollektivtrafik*,
    länstrafik*, trafikbolag*, bussbolag*, busstrafik*, västtrafik, skånetrafiken, östgötatrafiken, förening*,
    idrottsförening*, idrottsrörelse*, hyresgästförening*, brottsofferjour*, kvinnojour*, tjejjour*, krögar*,
    restaurangägar*, krogägar*, postnord, trafikverket*, länsstyrelse*, region, regionen, regionens, svenska
    kyrkan, kyrkan, kyrkans, församling*, näringsliv*, företagar*, företagen, företag, civilsamhälle*,
    försäkringsbolag*, tullverket*, kustbevakning*, skatteverket*, försäkringskassan*, arbetsförmedling*,
    kriminalvård*, migrationsverket*, nattvandrarna, nattvandrare, volontärer*, vårdcentral*, byalag*,
    villaägar*, samfällighet*, ntf, nykterhetsrörelse*, trossamfund*, studieförbund*, centrumförening*,
    citysamverkan, *bostäder, *byggen, *hem ab, *bolaget, *bolagen, *verket, *stiftelsen, trygghetsvärd*,
    friskol*, folkhögskol*, räddningsförbund*, allmännyttan*, lantbrukar*, lrf, missing people
    """
)
GUARDS = Lexicon("väktar*, ordningsvakt*, bevakningsbolag*, bevakningsföretag*, väktarbolag*")
"""They answer to whoever hired them."""
BOTH = Lexicon("vi, parterna, båda parter, bägge parter, båda parterna, bägge, parternas")
TOGETHER = Lexicon("tillsammans, gemensam*, ihop, båda, bägge, i samverkan, i samarbete")
WITH = Lexicon(
    """
    tillsammans med, ihop med, gemensamt med, i samarbete med, i samverkan med, i nära samverkan med, i nära
    samarbete med, i samråd med, jämte, i dialog med
    """
)
BETWEEN = Lexicon(
    """
    samarbet* mellan, samverkan mellan, samverkansmöte* mellan, dialog* mellan, möte* mellan, löften mellan
    """
)
JOINS = frozenset(("och", "samt", "/", ",", "&", "+", "respektive", "eller", "jämte"))
DETERMINERS = word_set(
    """
    den det de en ett hela lokala lokal vår våra båda både såväl egna egen respektive där alla samtliga övriga
    andra berörda aktuell aktuella ansvarig ansvariga
    """
)
PREPOSITIONS = word_set(
    """
    i på inom för till från hos vid med mot av under över utan mellan om kring runt genom via åt enligt bland
    utanför innanför efter ur än som att
    """
)
NOT_ACTING = Lexicon(
    """
    invånar*, medborgar*, ungdomar*, skolor*, barn*, elever*, lokaler*, hemsid*, webbplats*, webb, gator,
    vägar*, centrum, tätort*, olika delar, delar, befolkning*, äldre, innevånar*, ansvar för, namn
    """
)
"""What follows *kommunens* when the municipality is not the one who acts."""
NO_NAMES = Lexicon(
    """
    det, detta, så, vad, följande, under, vi, här, därför, nu, dessa, insatser, aktiviteter, åtgärder, vilka,
    vem, hur, i, på, *na, *erna
    """
)
LABEL_WORDS = Lexicon(
    """
    ansvar, ansvarig, ansvariga, huvudansvar, huvudansvarig, part, parter, utförare, aktör, aktörer, ägare, av,
    med, gemensamt, i, tillsammans, samverkan, båda, bägge, p, k, pol, kom, utför*, genomför*, stöd, stöds,
    medverkar, medverkan
    """
)
ANSWERS = Lexicon(
    """
    ansvarig, ansvariga, ansvar, huvudansvar, huvudansvarig, utförare, ansvarig part, ansvariga parter, aktör,
    aktörer, vem, part, ansvarig aktör, ansvarig för genomförande, genomförs av, utförs av, ägare
    """
)

# What is done.

PLEDGES = Lexicon(
    """
    ska, skall, kommer, lovar, lova, åtar, förbinder, avser, bör, planerar, utlovar, garanterar, ämnar, tar på
    sig, har som mål att
    """
)
"""Verbs with which somebody promises."""
PASSIVE = Lexicon(
    """
    ska genomföras, ska hållas, ska göras, ska ske, ska utföras, ska anordnas, ska arrangeras, ska erbjudas, ska
    finnas, ska ordnas, hålls, genomförs, utförs, anordnas, arrangeras, erbjuds, sker, ges, görs, lämnas, hinns,
    bjuds, ordnas, besöks, kontrolleras
    """
)
STATIVE = Lexicon(
    """
    är, har, innebär, bygger, utgår, syftar, visar, handlar, består, finns, pekar, beskriver, upplever, anser,
    tycker, ser, vet, förutsätter, ingår, omfattar, betyder, kan, gäller, känner, önskar, tror, behöver, måste,
    vill, blir, får
    """
)
EFFECTS = Lexicon(
    """
    minska, minskas, öka, ökas, sjunka, stiga, bli, känna, kännas, uppleva, upplevas, förbättras, halveras,
    trivas, må, veta, stärkas, höjas, sänkas, förhindras, försvinna, upphöra, växa, få fäste, tryggas, slippa,
    våga, leda till, vara trygg*, vara fri*, vara en trygg*, vara ett trygg*, vara lägre, vara högre, vara
    stark*, ha minskat, ha ökat, ligga, nå
    """
)
AIM_STARTS = Lexicon(
    """
    målet, syftet, avsikten, tanken, effekten, visionen, ambitionen, målsättningen, önskat läge, vi vill att,
    vårt mål, på sikt ska, färre brott, mindre brott, minskad brottslighet, minskat, minskad otrygghet, minskad
    skadegörelse, minskade, ökad trygghet, ökat förtroende, ökad upplevd, större trygghet, en tryggare kommun,
    förväntad effekt, förväntat resultat, genom detta, på så sätt, därigenom, därmed
    """
)
META = Lexicon(
    """
    *löftet, *löftena, *löfte, *löften, *löftets, överenskommelse*, samverkansöverenskommelse*, avtal*, syftet,
    målet, arbetet, samverkan, samarbetet, dialog*, lägesbild*, resultat*, situationen, problembild*,
    prioritering*, underlag*, aktiviteterna, insatserna, åtgärderna, handlingsplan*, samverkansavtal*
    """
)
"""Subjects of sentences that speak about the agreement itself."""
NARROWED = Lexicon(
    """
    inrikta, fokusera, prioritera arbetet, välja ut, ta fram, teckna, skriva, revidera, lyfta fram
    """
)
ANNOUNCES = Lexicon("följande, nedan, nedanstående, det här, så här, enligt nedan, dessa")
PAST = Lexicon(
    """
    gjorde, gjordes, genomförde, genomfördes, hade, blev, höll, hölls, anmäldes, anmälde, skedde, fick, tog,
    togs, beslagtog, beslagtogs, besökte, besöktes, kontrollerade, kontrollerades, utförde, utfördes, startade,
    deltog, skrev, skrevs, visade, ökade, minskade, ledde, innebar, fanns, kunde, ville, skulle, började,
    träffade, informerade, patrullerade, anordnade, anordnades, arrangerade, arrangerades, ordnade, ordnades,
    bjöd, inleddes, inledde, påbörjades, rapporterades, resulterade, gick, kom, gav, rapporterade, lämnade,
    lovade, träffades, erbjöds, bötfälldes, upptäcktes, greps, uppgick, låg, sattes, valdes, bestod, använde,
    fördes, upplevde, svarade, angav, pekade, föll, samlade, lockade, hann, undertecknades, undertecknade,
    tecknade, tecknades
    """
)

FOLLOWS_UP = Lexicon(
    """
    följs upp, följas upp, följer upp, följa upp, följs löpande upp, följas kontinuerligt upp, stämmer av, stäms
    av, stämma av, stämmas av, utvärder*, redovisning lämnas, redovisas, redovisa, redovisar, återrapporter*,
    rapporter*, återkoppl*, avstämning*, uppföljning*, delredovis*, slutredovis*, återredovis*, avrapporter*,
    följs * upp, presenteras, slutrapport*
    """
)
TOPICS = Lexicon(
    """
    *löfte, *löftet, *löften, *löftena, *löftenas, arbetet, insats*, aktivitet*, åtgärd*, resultat*, läget,
    överenskommelse*, det, detta, utfall*, lägesbild*, handlingsplan*, samverkan, hur det går, uppföljning*,
    avstämning*, utvärdering*, måluppfyllelse*, planen, avtalet, åtagande*
    """
)
BOARDS = Lexicon(
    """
    lokala brå, brå, lokalt brå, styrgrupp*, styrgruppen, samverkansgrupp*, ledningsgrupp*, trygghetsråd*,
    folkhälsoråd*, rådet, brottsförebyggande rådet, lokala brottsförebyggande rådet, kommunstyrelse*,
    kommunfullmäktige*, parterna, kommunchef*, brottsförebyggande råd*, samverkansråd*, arbetsgrupp*,
    beredningsgrupp*
    """
)
HOW_IT_GOES = Lexicon("hur det går, hur arbetet går, hur det har gått, hur det gått, hur arbetet fortskrider")
TELLS = Lexicon(
    """
    informer*, kommunicer*, publicer*, berätta*, läggs ut, läggs upp, presenter*, återkoppl*, sprids, delas,
    delges, synliggör*
    """
)
NOTICES = Lexicon(
    """
    ring, kontakta, läs, titta, följ, tipsa, klicka, hör, välkommen, har du, vill du, gå in, se även, mer
    information, mejla, anmäl, du kan, du hittar, behöver du, ladda, logga, telefon, tel, e-post, mejl, epost,
    foto, bild, fotograf, illustration, källa, copyright, javascript, vi använder cookies, vi använder kakor,
    cookies, webbplatsen använder, slå på, genom att fortsätta, godkänn, dela, skriv ut, senast uppdaterad*,
    uppdaterad, publicerad, sidansvarig, sidan *, facebook, instagram, twitter, www, http*, dokument,
    besöksadress, postadress, öppettider, undertecknas, underskrift*, ort och datum, ort, datum,
    namnförtydligande, för polisen, för kommunen, vid frågor, vid pågående, i andra fall, om du, tillbaka, till
    toppen, sök, meny, stäng, hoppa, lyssna, startsida, start, du är här, diarienummer, dnr, sida
    """
)
GOES_ON = Lexicon(
    """
    detta, dessa, det, den, de, sådana, därtill, företrädesvis, särskilt, främst, i första hand, fokus, varav,
    minst, högst, antalet, omfattning*, målet är minst, tanken är, där, då, dessutom ska dessa, varje gång,
    varje insats, varje tillfälle, detta sker, extra, syftet, syfte, ansvarig*, ansvar, exempelvis, till
    exempel, t, framför allt, framförallt, bland annat, på så sätt, plats*, målgrupp*
    """
)
THERE_IS = Lexicon(
    """
    det ska finnas, det kommer att finnas, det kommer finnas, det ska vara, det ska hållas, det ska genomföras,
    det ska ordnas
    """
)
JOINS_IN = Lexicon(
    """
    vara med, delta, deltar, medverka, medverkar, bjuds in, bjudas in, närvara, är med, finns med, finnas med,
    stödja, bidra
    """
)
CONDITIONS = Lexicon(
    """
    vid behov, efter behov, utifrån behov, när det behövs, om det behövs, där det behövs, när behov*, om behov*,
    då behov*, i mån av, om möjligt, när det är möjligt, när så är möjligt, om det är möjligt, i den mån, om
    underrättelse*, om resurs*, när resurs*, om läget, på begäran, på förfrågan, vid förfrågan, vid misstanke,
    när * vill det, om * vill, när någon, om någon, så långt det är möjligt, så långt möjligt, med hänsyn till,
    med hänsyns till, förutsatt att, under förutsättning att, vid uppstart, vid önskemål, på initiativ, på deras
    initiativ, när tillfälle ges, om så, då det finns, när det finns, när tid finns, om tid finns, vid
    indikation*, vid signal*, om situationen, om polisens resurser, utifrån resurs*, efter möjlighet, i
    förekommande fall, vid akuta
    """
)
CONDITION_CLAUSES = Lexicon(
    """
    om, när, då, i mån, i den mån, med hänsyn*, förutsatt, under förutsättning, på initiativ, vid misstanke, så
    långt
    """
)
"""Conditions whose clause is quoted to its end."""

# What a part is about.

PROMISING = Lexicon(
    """
    lovar*, lovat, löften, *löften för, åtar, åtagande*, förbinder, utlovar, ska vi göra, ska göras, göra
    följande, ska ske, ske så här, aktivitet*, åtgärd*, insatser, ska genomföra, kommer att, kommer, ska vi, vi
    ska, ska, skall, genomföra, det här gör, så gör vi, så arbetar, så jobbar, så ska, vad gör, vad ska, detta
    gör, gör vi, löfte till, vårt löfte, våra löften, handlingsplan*, överenskom*, konkret*, genom, vi har
    kommit överens, parterna är överens, överens om, arbetssätt, särskilda satsningar, satsningar, *löfte *,
    delmål
    """
)
AREAS = Lexicon(
    """
    problemområde*, fokusområde*, prioriterade områden, prioriterat område, prioriterade problem*,
    insatsområde*, utvecklingsområde*, riskområde*, områden som, områden är, följande områden, identifierade
    områden, utpekade områden, * områden ska, problem är, problemen är, följande problem, prioriterade,
    prioriteringar, prioriterar, tre områden, två områden, fyra områden, områdena, problem som, inriktningar
    """
)
BACKGROUND = Lexicon(
    """
    situationen, nuläge*, lägesbild*, lägesbeskrivning*, problembild*, bakgrund*, inledning*, process*, vad är
    *, om *löfte*, syfte*, vision*, varför*, ordförklaring*, definition*, begrepp*, vad innebär, så togs, så har
    vi, så här har vi, förutsättning*, organisation*, samverkansöverenskommelse*, *dialog*, medborgardialog*,
    statistik, brottsstatistik, orsaksanalys*, analys*, metod, om oss, giltighet*, avtalstid*, löptid*, parter,
    arbetsgång*, sammanfattning, så fungerar, så kom vi fram, slutsats*, utgångspunkt*, ansvarsfördelning,
    kartläggning*, så ser det ut, problem, problemen, vad har vi sett, hur ser det ut, önskemål, synpunkter, så
    tycker, trygghetsmätning*
    """
)
AIMS = Lexicon(
    """
    åstadkomma, uppnå, målsättning*, mål, målet, målen, önskat läge, effekt*, effektmål*, ska leda till, leder
    till, vi vill att, förväntad*, övergripande mål, ambition*, strävan, på sikt, resultatmål
    """
)
FOLLOW_UPS = Lexicon(
    """
    uppföljning*, följs upp, följa upp, följer vi upp, så följ*, följer upp, så går det, så här går det, följ
    med, utvärdering*, redovisning*, återkoppling*, återrapporter*, kommunikation*, information om löfte*,
    tillägg, revidering*, ändring*, avstämning*, hur går det, så följer vi, kommunikationsplan*
    """
)
PASTS = Lexicon(
    """
    vi har gjort, har vi gjort, har gjorts, detta har, så gick det, hur gick det, resultat*, utfall*,
    genomförda, tidigare *löfte*, hände, tidigare löfte*, det här gjorde, gjorde vi, föregående, förra *,
    avslutade, arkiv, äldre, vad har hänt, vad hände, hittills
    """
)
FURNITURE = Lexicon(
    """
    publicerad*, senast uppdaterad*, uppdaterad*, lyssna, skriv ut, dela, dela sidan, meny, stäng meny, sök,
    till toppen, bild, foto, hoppa till, till innehåll, till huvudinnehåll, sidan uppdaterades, tillbaka, start,
    startsida, du är här, javascript, visa större bild, skapad, uppläst, tipsa om, gilla, kopiera länk, stäng,
    sidansvarig, granskad
    """
)
"""Lines of a page that no text stands under."""
CONTACTS = Lexicon(
    """
    vad kan du, vad du kan, du kan, hur kan du, så kan du, gör så här, tips till, kontakt*, har du, hör av dig,
    till toppen, dela, läs mer, relaterad*, dokument, cookies, kakor, javascript, sök, sökresultat, stäng meny,
    meny, skriv ut, lyssna, senast uppdaterad*, facebook, frågor, ladda ner, mer information, tipsa, öppettider,
    telefon*, e-post, undertecknas, underskrift*, för polisen, för kommunen, publicerad*, bilaga, bilagor,
    länkar, innehåll, hitta på, nyheter, press, pressmeddelande*, sidfot, om webbplatsen, ort och datum,
    undertecknande*, läs också, se även, bild*, foto*
    """
)
HOW = Lexicon(
    """
    aktiviteter, så här, ska bland annat ske, detta ska vi göra, det här ska vi göra, konkreta åtgärder,
    konkreta aktiviteter, åtgärder
    """
)
"""Headings of what is done, where an earlier list says only what is aimed at."""
GOALS = Lexicon(
    """
    göra *, bli bättre, ge *, öka *, minska *, skapa *, verka för *, arbeta för *, arbeta mot *, lovar att
    arbeta, stärka *, förbättra *
    """
)
TITLES = Lexicon(
    """
    *löfte, *löften, *löftet, *löftena, *löftes, samverkansöverenskommelse*, överenskommelse*, samverkansavtal*,
    trygghetslöfte*
    """
)
MAKES = Lexicon(
    """
    lovar, lovat, åtar, åtagit, kommit överens, överens om, överenskommit, enats, förbinder, förbundit, valt ut,
    tagit fram, skrivit, undertecknat, tecknat, slutit, ingått, skriver under, lova, beslutat, enade
    """
)
"""Verbs of sentences in which the parties make the agreement."""
VALID = Lexicon(
    """
    gäller, gälla, giltig*, löper, sträcker, löftestid*, avtalstid*, avtalsperiod*, löftesperiod*, *perioden,
    avser, omfattar, giltighetstid*, period, tid
    """
)
SIGNERS = Lexicon(
    """
    chef, ordförande, *chef, *direktör, *råd, polismästare, kommunpolis, områdespolis, *ordförande, polischef*,
    säkerhetssamordnare, talesperson
    """
)
DETAILS = Lexicon(
    """
    mål, måltal, målvärde, antal, när, hur ofta, hur, omfattning, tid, tidplan, tidsplan, frekvens, syfte,
    målgrupp, plats, var, hur många, indikator, mått, uppföljning, start, klart, samverkan, samverkanspart,
    medverkande, kommentar, vad
    """
)
"""Words of a line that says more of the promise before it: *Antal: minst 12*."""
HEADS = Lexicon(
    """
    aktivitet, aktiviteter, åtgärd, åtgärder, insats, insatser, löfte, löften, vad, ansvar*, vem, när, hur ofta,
    antal, mål, tid*, område, problem, uppföljning*, utförare, part, parter, nr, omfattning, syfte, hur,
    problemområde, åtagande, målgrupp, aktör*, status, klart, frekvens, period, plats
    """
)
"""What the cells of a table's first row say."""
TIMES = Lexicon("gång, gånger, ggr, tillfälle, tillfällen")
AUDIENCES = Lexicon(
    """
    medborgarna, invånarna, kommuninvånarna, allmänheten, kommunens invånare, kommunmedborgarna, medborgare,
    invånare, medarbetare
    """
)
OPENLY = frozenset(
    ("offentligt", "offentlig", "hemsida", "hemsidor", "webbplats", "webbplatser", "webbplatserna", "hemsidan")
)
WHENS = Lexicon(
    """
    årligen, varje år, varje termin, varje kvartal, varje månad, kontinuerlig*, löpande, regelbundet,
    regelbundna, kvartalsvis, halvårsvis, månadsvis, två gånger per år, två gånger om året, en gång per år, en
    gång om året, tre gånger per år, fyra gånger per år, en gång i halvåret, tre gånger om året, fyra gånger om
    året, vid årets slut, efter periodens slut, vid periodens slut, varje halvår, årlig, årliga, terminsvis, en
    gång per termin, två gånger per termin, en gång per kvartal, en gång i kvartalet, en gång per halvår, vid
    varje möte
    """
)
