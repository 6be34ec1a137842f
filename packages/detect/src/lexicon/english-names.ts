/**
 * English given names, and what stands before names.
 *
 * @module
 */
import { familyNames, furtherGivenNames } from '../data/person-names.ts';
import { commonFamilyNames, moreGivenNames } from './common-names.ts';
import { readSharedBeginnings } from './shared-beginnings.ts';

/** Given names that are hardly anything else, in lower case (most common of the last century, US Social Security Administration). */
const commonNames =
  'james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony donald steven andrew paul joshua ' +
  'kenneth kevin brian timothy ronald george jason edward jeffrey ryan jacob nicholas gary eric jonathan stephen larry justin scott brandon ' +
  'benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ' +
  'ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel ' +
  'joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene liam oliver lucas theodore ' +
  'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle ' +
  'carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha ' +
  'katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly ' +
  'christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances ' +
  'jean alice judy isabella julia denise beverly danielle theresa sophie charlotte amelia mia lucy chloe ella lily isla freya ava poppy jane claire ' +
  'fiona nigel ian graham stuart simon martin neil hugh oscar leo felix hugo marco luca giulia carlos luis miguel diego sofia carmen pedro pablo ' +
  'pierre jacques marie camille hans klaus jurgen heidi ingrid lars erik sven anders bjorn astrid ivan dmitri olga natasha sergei mohammed ahmed ' +
  'ali fatima omar priya rahul anjali arjun sanjay deepak kenji yuki hiroshi ' +
  'alejandro alejandra ana andres angel antonio arturo beatriz carla claudia cristina daniela eduardo elena enrique esteban fernando francisco gabriela guadalupe guillermo gonzalo ' +
  'hector ignacio ines isabel javier jorge josefina juana julio leticia lorena lourdes luisa manuel marcela marcos margarita mariana mario mateo mauricio monica natalia nuria oscar ' +
  'paola patricio paula rafael ramon raul ricardo roberto rocio rodrigo sebastian sergio silvia tomas valentina veronica vicente ximena yolanda camila ' +
  'adele alain amelie antoine aurelie baptiste benoit celine chantal corinne cyril delphine didier elodie emilie etienne fabrice francois genevieve gilles guillaume helene henri ' +
  'isabelle jerome julien laurent luc lucie lucien madeleine manon margaux mathieu mathilde michel monique nathalie noemie olivier pascal philippe quentin sandrine sebastien ' +
  'solene stephane sylvie thibault thierry valerie xavier yann yves achim anke annika antje bastian bernd birgit britta carsten claudia detlef dieter dirk elke florian franz friedrich fritz ' +
  'georg gerhard gertrud gisela greta gunther hannelore hartmut helga helmut holger horst ines ingo jens jochen johanna johannes jorg jutta karin kerstin kirsten lena lothar ludwig lukas manfred ' +
  'markus matthias mechthild monika norbert petra ralf reinhard renate rolf rudiger sabine sebastian sigrid silke steffen susanne thorsten tobias ulrich ulrike ursula uwe volker walther ' +
  'werner wilhelm wolfgang alessandro alessandra andrea antonella chiara claudio davide elisa emanuele enzo fabio federica federico filippo francesca francesco gianluca gianni giorgio giovanna ' +
  'giovanni giuseppe ilaria lorenzo luciano luigi massimo matteo maurizio michele paolo pietro riccardo roberta rosa salvatore silvano simone stefania stefano tommaso umberto valentino vincenzo ' +
  'aksel arne asa birgitta einar elin eskil frida gunnar gustav hakan hanne henrik ingmar ingrid jarl johan jorgen karl katarina kjell knut leif linnea magnus mikael niklas oskar pernille ragnar ' +
  'rikke solveig soren stellan svein thor viggo agnieszka aleksander aleksandra alexei anastasia andrzej anatoly anya artem bartosz bogdan boris dariusz denis dorota ewa ' +
  'galina grigory grzegorz halina igor irina jacek jadwiga jakub janusz jaroslav jerzy kamil katarzyna katya konstantin krzysztof larisa leonid lidia ludmila lukasz maciej magdalena malgorzata ' +
  'marek marta marzena mateusz maxim mikhail milan miroslav nadia nikolai oksana oleg pavel petr piotr radek roman ruslan ryszard slawomir stanislav svetlana tadeusz tamara tatiana tomasz vadim vaclav ' +
  'valentin vasily vera viktor vitaly vladimir wojciech yana yelena yuri yulia zbigniew zofia zoltan istvan laszlo andras katalin aditi aditya ajay akash amit amrita ananya anil anita anish ankit ' +
  'anupam aparna archana arvind asha ashok ashwin bharat bhavana chandra chitra devika dinesh divya gaurav gautam geeta gopal harish indira ishaan jaya kabir karan kavita kiran krishna kunal lakshmi ' +
  'madhav mahesh manish manoj meena meera mohan mukesh naveen neha nikhil nisha nitin pooja pradeep prakash pranav prasad preeti radha rajesh rajiv rakesh ramesh ranjit ravi rekha ritu rohan ' +
  'rohit sachin sandeep sangeeta sarita satish shalini shreya shubham sneha sonia sudha sunil sunita suresh sushma tanvi tarun usha vandana varun vijay vikram vinay vinod vishal vivek yash ' +
  'abdul abdullah adnan aisha akram amina amir anwar ayesha aziz bilal dalia faisal farah farid farouk habib hadi hamid hamza hana hasan hassan hussein ibrahim imran ismail jamal jamila karim ' +
  'khadija khalid laila layla leila mahmoud malik mariam maryam mohamed muhammad mustafa nabil nadia naima nasser nour noura omar osama rahim rania rashid rasha salah salim salma samir samira sara ' +
  'sharif sohail tariq wael walid yasmin yasmine yousef yusuf zahra zainab zayd abebe abena adaeze adebayo adwoa akosua amara babatunde chiamaka chidi chika chinedu chioma chukwu efua ' +
  'ekene emeka esi folake femi funmi ifeanyi ifeoma ikenna jelani kamau kofi kojo kwabena kwame kwasi lindiwe makena mandla ngozi njeri nkechi nnamdi nomvula obinna olu oluwaseun onyeka sipho tendai ' +
  'thabo themba tunde uchenna wanjiru yaw zanele zola akiko akira asuka ayumi chihiro daichi daisuke emi fumiko haruka haruki haruto hideki hinata hiroko hiroto ichiro jiro kaori kazuki kazuo keiko ' +
  'kenta koji kyoko makoto mariko masaru megumi michiko minoru naoki naomi noriko reiko rina ryota sakura satoshi shinji shota sota tadashi takashi takeshi takumi taro tomoko yoko yoshiko yui yumi ' +
  'yuko yusuke cuong hoang huong lan linh minh ngoc phuc phuong quang quynh thanh thao ' +
  'thuy tram trinh trung tuyen hyun jae jihoon jimin jisoo joon kyung minji minjun seojun seoyeon soojin sungmin yeon yuna aoife aidan brendan brigid caoimhe ' +
  'ciara ciaran cormac declan deirdre donal eamon eilis eoin fergus finn fionn grainne maeve mairead maureen niall niamh noel nuala oisin orla padraig roisin ronan saoirse seamus shane siobhan ' +
  'sinead tadhg alistair angus callum cameron craig duncan ewan fraser gordon hamish iain isobel kirsty lachlan lorna malcolm morag murdo rory rhys gareth gwen dafydd owain sian cerys dylan ' +
  'aaliyah abby adrian adriana aiden alex alexa alexandra alexis alfred alicia alison allison alvin alyssa annette annie archie ariana arlene ashlee audrey bailey barry beatrice becky ' +
  'belinda bernard bernice bethany beth bonnie brad brandi brent brett brianna brittany caleb calvin candice carla carrie casey cassandra cassidy cecilia chad chris ' +
  'christian christine cindy claudia clifford clinton cody colin connie connor corey courtney craig curtis damian damon danny darlene darren darryl dave deanna ' +
  'debbie derek desmond devin diana dominic doris dwayne edith edmund edwin eileen elaine eleanor elena elias ellen elliot elsie emilia emmett ernest esther eva evan felicia ' +
  'floyd frances francine fred frederick garrett gavin genevieve geoffrey gilbert gina glenda glenn gordon greg gretchen gwendolyn harriet harry harvey ' +
  'herbert herman hilary howard ida irene irving isaac jackie jackson jake jamie jared jeanette jeanne jeff jenna jenny jeremiah jill jillian jim jimmy ' +
  'joanna joanne jodie joel joanne johnny josephine josie joyce juanita judy julian kara karl kate katelyn kathy katie kayla keira kelsey kendra kim kirk krista kristen ' +
  'kristin kristina kurt lauren lawrence leah leon leonard leroy leslie lester lewis lillian lindsay lindsey lloyd lois lonnie lorraine louis louise lucille luke luther lydia lynn mabel ' +
  'mackenzie maggie marc marcia marcus margarita marian marilyn marion marjorie marlene marshall martha marvin matt maurice maxine mckenna melanie melinda melvin meredith mervin micah mike ' +
  'milton mindy miranda mitchell molly morgan morris muriel myra nadine nate nathaniel neal nellie nelson nina nora norma norman oliver owen paige pam patty pauline peggy perry ' +
  'pete phil phoebe phyllis priscilla quentin quinn rachael rafael randall raquel raul reginald rhonda rita robin roderick rodney roland ronnie rosa rosalie rosemary ross roxanne ' +
  'ruben rudolph rufus sabrina sadie sally sasha seth shannon shari shaun shauna shawn sheila shelby sheldon shelley sherri sherry sidney stacey stacy stan stella steve stewart ' +
  'suzanne sylvia tabitha tamara tammy tanya tara tasha terri terrence tessa thelma tiffany tina todd tony tonya tracey tracy travis trevor tricia trisha troy tyrone valerie vanessa ' +
  'vera vernon vicki vicky vince vivian wanda warren wendell wendy wesley whitney wilbur wilfred wilma winifred yvette yvonne zach zoe zoey';

/** Given names that are words as well: names only beside a family name or a word that announces one. */
const wordLikeNames =
  'mark grant dean hope joy faith grace rose ruby olive ivy violet june april may dawn eve iris jade pearl robin lance miles max rich rob bob bill will pat nick jon don dan ken ray art gene ' +
  'wade chase hunter carter wren summer autumn amber crystal ginger holly heath cliff drew guy hank kit lane penny rusty sandy skip sunny victor earl duke major jan sue naoko xiaoming wei';

let common: ReadonlySet<string> | undefined;
let given: ReadonlySet<string> | undefined;

/** Words that end the names of quarters and villages whose first word is a name too: Rose Hill, Crystal Lake. */
const landWords: ReadonlySet<string> = new Set(
  'hill hills park lake lakes wood woods green brook creek ridge falls springs beach bay point valley heights island'.split(
    ' ',
  ),
);
let wordLike: ReadonlySet<string> | undefined;

/** Whether two words in lower case are as likely a place as a person. */
export function isLandName(first: string, last: string): boolean {
  if (!landWords.has(last)) return false;
  wordLike ??= new Set(wordLikeNames.split(' '));
  return wordLike.has(first);
}

/** Given names of many languages, in lower case; read when they are first asked for. */
export function givenNames(): ReadonlySet<string> {
  given ??= new Set([
    ...`${commonNames} ${moreGivenNames} ${wordLikeNames}`.split(' '),
    ...readSharedBeginnings(furtherGivenNames),
  ]);
  return given;
}

/** Whether a given name, in lower case, is so common that it is hardly anything else. */
export function isCommonGivenName(word: string): boolean {
  common ??= new Set(commonNames.split(' '));
  return common.has(word);
}

let families: ReadonlySet<string> | undefined;

/** Whether a word in lower case is a family name of some language. */
export function isFamilyName(word: string): boolean {
  families ??= new Set([...commonFamilyNames.split(' '), ...readSharedBeginnings(familyNames)]);
  return families.has(word);
}

/** Words directly before a name, in lower case, by how much they say: `title` before nothing else, `weak` before other things too. */
const leadWords: Readonly<Record<LeadStrength, string>> = {
  title:
    'mr. |mrs. |ms. |dr. |prof. |mr |mrs |ms |dr |prof |miss |my name is |maiden name is |last name is |first name is |full name is |who is |mx. ',
  usual:
    'name is |full name: |name: |patient: |customer: |employee: |contact: |cardholder: |applicant: |from: |to: |cc: |bill to: |ship to: |assigned to |' +
    'assigned to: |escalated to |references: |referees: |attending: |manager: |owner: |author: |caller: |tenant: |guest: |passenger: |beneficiary: |' +
    "counsel: |hi |hello |spoke with |residing with |this is |i am |i'm |dear |sir |regards, |sincerely, |signed, |signed by |attn: |on behalf of |" +
    'patient |called |named |kin: |claimant: |defendant: |plaintiff: |consignee: |shipper: |party: |signed: |witness: |statement of |recipient |' +
    'supervised |reference for |care of |c/o |producer |assistant to |directed by: |directed by |written by: |user: |cardholder |' +
    'follow up with |meeting with |met with |talk to |spoke to |speak to |on the account: |driver: |insured: |employee |officer |attorney |counsel |agent: |nurse |' +
    'physician: |doctor: |surgeon: |sender: |receiver: |recipient: |payee: |payer: |account holder: |emergency contact: |next of kin |spouse: |guardian: |witness |my wife |my husband |my son |my daughter |' +
    'my brother |my sister |my friend |my boss |my colleague |colleague |neighbor, |neighbour, |landlord: |landlady: |guarantor: |present: |apologies: |chair: |minutes: |bcc: |approver: |reviewer: |host: |the host, |legal: |name of patient: |client: |resident: |student: |teacher: |referee: |reviewed by |approved by |prepared by |reported by |counsellor: |supervisor: |seller: |buyer: |lessee: |lessor: |attendees: |participants: ',
  weak: 'contact |call |email |ask |tell |told |meet |met |welcome |with |by |and |that |for |got |cheers, |thanks, |add ',
};

/** How much the word before a name says. */
export type LeadStrength = 'title' | 'usual' | 'weak';

/** Words directly before a name, with how much they say, longest first. */
export const leadStrengths: readonly (readonly [word: string, strength: LeadStrength])[] = (
  ['title', 'usual', 'weak'] as const
)
  .flatMap((strength) =>
    leadWords[strength].split('|').map((word): readonly [string, LeadStrength] => [word, strength]),
  )
  .sort(([a], [b]) => b.length - a.length);

/** The words alone. */
export const nameLeads: readonly string[] = leadStrengths.map(([word]) => word);

/** Words that end the names of companies, or stand within. */
export const companyWords: ReadonlySet<string> = new Set(
  (
    'llc ltd inc corp co gmbh plc limited corporation company dental management union forwarding shipping logistics services service group partners insurance software labs laboratories ' +
    'robotics trading traders analytics consulting capital holdings systems solutions technologies technology industries clinic pharmacy freight credit property properties media energy ' +
    'foods motors airlines airways publishing medical health healthcare pharmaceuticals construction engineering ventures studios agency associates foundation institute council authority ' +
    'transit harbour store stores shop market markets bakery restaurant cafe bar club society association'
  ).split(' '),
);

/** Titles before names, which are no part of them. */
export const personTitles: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor sir madam dame lord lady rev reverend fr capt captain col colonel lt sgt sergeant hon judge justice sister brother nurse doctor'.split(
    ' ',
  ),
);

/** Last words of what somebody works as. */
export const jobWords: ReadonlySet<string> = new Set(
  (
    'clerk manager director officer engineer consultant assistant secretary registrar administrator coordinator co-ordinator supervisor specialist representative executive analyst developer ' +
    'technician president chairman chairwoman chairperson accountant auditor adviser advisor architect attendant treasurer trustee practitioner physiotherapist radiographer pharmacist midwife matron ' +
    'surgeon physician solicitor barrister paralegal recruiter planner buyer designer researcher lecturer teacher tutor instructor inspector adjuster handler underwriter operator receptionist ' +
    'ambassador delegate editor reporter correspondent superintendent foreman partner founder owner lead head'
  ).split(' '),
);

/** Words that end the names of houses and plots: Rose Cottage, Mill House. */
export const houseWords: ReadonlySet<string> = new Set(
  'cottage cottages house lodge farm farmhouse manor hall barn mill villa bungalow grange rectory vicarage chalet cabin ranch mansions estate towers heights'.split(
    ' ',
  ),
);

/** Words that sentences begin with and families are called. */
export const wordLikeFamilies: ReadonlySet<string> = new Set(
  'west north english french norman german roman march may july august'.split(' '),
);

/** Words within names that begin with a small letter. */
export const nameParticles: ReadonlySet<string> = new Set(
  'van von den der de la le da dos das du di del della ter ten te af av al el bin ibn y zu zur'.split(
    ' ',
  ),
);

/** Capitalised words that begin sentences and headings, and are no names. */
export const capitalisedWords: ReadonlySet<string> = new Set(
  (
    'none true false null nil undefined the this that these those there here when where what who why how please thank thanks hello dear sir madam yes no not all any some new our your ' +
    'their his her its my we you he she it they if and or but for from with without about after before during customer service team support order ' +
    'account number phone email address date time name company group bank street road avenue north south east west monday tuesday wednesday thursday ' +
    'friday saturday sunday january february march april june july august september october november december united states kingdom city university ' +
    'college school hospital department office inc ltd llc corp limited data security privacy policy terms public private general manager director ' +
    'beach hotel airport islands county state times news museum theatre theater prize award week sans serif mono ' +
    'studio server script api sdk core framework apt apartment suite unit flat floor box room building license licence project foundation conference summit edition ' +
    'german georgian central roman latin persian norman english french italian spanish portuguese dutch danish swedish finnish polish russian turkish greek arabic chinese japanese korean'
  ).split(' '),
);
