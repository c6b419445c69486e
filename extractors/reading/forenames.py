"""Forenames of many countries. Left out are those that begin companies as often: Grant, Reed, Victoria, Ola."""

from extractors.reading.lexicon import words

FIRST_NAMES = words(
    """
    jared jony marissa sheryl mira dario demis mustafa aravind alexandr lip-bu reid fidji whitney brad chad
    keir boris liz angela olaf giorgia narendra joe kamala mitt nancy bernie hillary barack rupert lachlan jamie shou
    aaron abdul abdulla abdullah abigail adam adele aditi aditya adrian adriana agnes ahmad ahmed aidan ajay
    akio akira alain alan alastair albert alberto alejandro alessandro alex alexander alexandra alexandre alexei
    alfred ali alice alicia alison allan alok alvaro amanda amber amit amy ana anand anders andre andrea andreas
    andrei andres andrew andrzej andy angela angus anil anita anjali ann anna anne anne-marie annette annika
    anthony antoine anton antonia antonio anwar armin arne arnold arthur arturo arun arvind ashish ashley ashok
    axel barbara barry beate beatrice ben benjamin bernard bernardo bernd bert beth betty bill bjorn bo bob
    bobby bonnie boris brad brendan bret brett brian bridget bruce bruno bryan cameron camilla carl carla carlo
    carlos carly carol caroline carolyn carsten catherine cecilia cesar chad chandrasekaran chantal charles
    charlie charlotte chen cheryl chloe chris christa christian christine christoph christophe christopher
    claire clara claude claudia claudio clement clive colette colin colleen connie conor constance craig
    cristina curtis cynthia cyril daisy dan daniel daniela daniele danny dara daria darius darren dave david
    debbie deborah deepak deirdre denise dennis derek desmond diane dick dieter dilip dina dinesh dirk dmitri
    dmitry dominic dominique donald donna dora doris dorothy doug douglas duncan dylan ed edgar edmund eduardo
    edward edwin eileen elaine elena eli eliot elisabeth elizabeth ellen elliot elon elsa emilio emily emma
    emmanuel enrico enrique eoin eric erica erik erika erin ernest ernesto esther ethan eugene eugenia eva evan
    eve evelyn fabio fabrice faisal fatima felipe felix ferdinand fernando fiona florian frances francesca
    francesco francis francisco francois frank frankie franz fred frederic frederick frederik friedrich gabriel
    gabriela gail gareth gary gaurav gautam gavin gemma genevieve geoff georg george georges gerald gerard
    gerhard gerry giancarlo gianni gilbert gina giorgio giovanni giulia giuseppe glenn gloria gopal gordon grace
    graham greg gregory greta guido guillaume guillermo gunther gustav gustavo gwynne hannah hannes hans
    hans-peter hari harish harold harriet harry harvey hassan heather hector heidi heinrich helen helena helene
    helga helmut hendrik henri henrik henrique henry herbert herman hermann hilary hiro hiroshi hock horst
    howard hubert hugh hugo hussein ian ignacio igor ilya imogen ines ingrid irene iris irwin isaac isabel
    isabella isabelle ivan ivana ivo jack jackie jacob jacques jaime jake jakob jamal james jamie jan jan-erik
    jana jane janet janice jaroslav jason javier jay jaylen jean jean-claude jean-francois jean-louis jean-luc
    jean-marc jean-paul jean-pierre jean-yves jeanette jeanne jeff jeffrey jennifer jenny jens jensen jeremy
    jeroen jerome jerry jessica jessie jill jim jimmy jo joachim joan joanna joanne joao joaquin jochen jody joe
    joel joerg johan johann johanna johannes john johnny jon jonathan jorg jorge josef joseph josephine josh
    joshua josie joyce jozef juan judith julia julian juliana julie julio julius jurgen justin justine kai karen
    karim karin karl karl-heinz karsten katarina kate katherine kathleen kathryn kathy katie katja katrin kazuo
    keiko keith kelly ken kenji kenneth kerry kevin kim kiran kjell klaus konrad kris kristen kristian kristin
    kumar kurt kyle lachlan larry lars laura lauren laurence laurent lauri lawrence leah leena leila lena
    lennart leo leon leonard leonardo leonid leslie lester liam lilian lily linda linus lionel lisa lisa-su liz
    lorenzo lori lorraine louis louise luca lucas lucia lucy ludovic ludwig luigi luis lukas lukasz luke lutz
    lydia lyle lynn madeleine magnus mahesh malcolm manfred manish manoj manuel marc marcel marcin marco marcus
    marek margaret margarita margot maria mariana marianne marie marie-claude mario marion marjorie mark marlene
    marta martha martin martina marvin mary mary-ann masahiro masayoshi massimo mat mathias mathieu mats matt
    matteo matthew matthias maurice mauricio mauro max maxime megan mehmet mei melanie melinda melissa michael
    michal michel michele michelle miguel mikael mike mikhail minna miranda miriam misha mitch mitchell mohammed
    moira monica monika monique moritz morten moses muhammad mukesh nadia nancy naomi narayana narendra natalia
    natalie natasha nathalie nathan navin neel neelie neil neville niall nicholas nick nicola nicolai nicolas
    nicole nigel nik nikesh nikhil nikolai nils nina nirmala nitin noah noel nora norbert norma olaf ole oleg
    olga oliver olivia olivier omar orla orlando osama oscar otto oyvind pablo paddy padraig pam pamela paola
    paolo parag pascal paschal pat patrice patricia patrick patrik paul paula pauline pavel pawel pedro peggy
    penelope penny percy pete peter petra phil philip phillip phoebe pierluigi pierre piers piotr polly prakash
    pramod prashant priya priyanka przemyslaw rachel rafael raghu raghuram rahul raj raja rajesh rajiv rakesh
    ralf ralph ramesh ramon randall randy raphael ratan raul ravi ray raymond rebecca reg regina reinhard rekha
    renata renate rene reza ricardo riccardo richard rick rita rj rob robert roberta roberto robin roderick
    rodney rodrigo roger rohan rohit roland rolf romain ron ronald rory rosa rosemary ross roxanne roy ruben
    rudolf rufus rupert russell ruth ryan sabine sachin sadiq safra sally salman salvatore sam samantha samira
    samuel sandeep sandra sandy sanjay sanjiv sara sarah saskia satya saul scott sean sebastian sergei sergey
    sergio shane shankar shari sharon shaun shawn sheikh sheila shelley shigeru shirley shiv shreya shyam sidney
    siegfried silvia simon simone siobhan sofia sonia sophia sophie soren srinivas stacey stacy stan stanley
    stefan stella stephan stephane stephanie stephen steve steven stewart stuart sue sumit sundar sunil suresh
    susan susanna susanne suzanne sven sylvia sylvie tadashi takahiro takashi takeshi tamara tamsin tania tanja
    tara taro tatiana tatsuo ted terence teresa terrence terri terry tess theo theodore theresa thierry thomas
    tiff tiffany tilman tim timo timothy tina tobias todd tom tomas tomasz tommy toni tony torsten toshiaki
    toshio tove tracy travis trevor tricia tristan trudy tuhin tyler ulf ulrich uma ursula usha uwe valentina
    valerie vanessa venkat vera vernon veronica veronique vicki vicky victor vijay vikas vikram viktor vinay
    vince vincent vincenzo vinod vishal vito vivek vivian vivienne vlad vladimir volker waleed walid wally
    walter wanda warren wayne wendy wilbur wilfried wilhelm willem william wilma wolfgang wyatt wyc xavier yair
    yann yannick yasmin yosef yoshi yoshiaki yoshihiro youssef yuki yuri yusuf yves yvette yvonne zach zachary
    zoe zoltan
    """
)
