/**
 * English given names, and what stands before names.
 *
 * @module
 */

/** Given names that are hardly anything else, in lower case (most common of the last century, US Social Security Administration). */
export const givenNames: ReadonlySet<string> = new Set(
  (
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
    'ali fatima omar priya rahul anjali arjun sanjay deepak kenji yuki hiroshi'
  ).split(' '),
);

/** Words directly before a name: titles and phrases, in lower case, longest first. */
export const nameLeads: readonly string[] = [
  'my name is ',
  'name is ',
  'full name: ',
  'name: ',
  'patient: ',
  'customer: ',
  'employee: ',
  'contact: ',
  'cardholder: ',
  'applicant: ',
  'this is ',
  'i am ',
  "i'm ",
  'dear ',
  'mr. ',
  'mrs. ',
  'ms. ',
  'dr. ',
  'prof. ',
  'mr ',
  'mrs ',
  'ms ',
  'dr ',
  'prof ',
  'miss ',
  'sir ',
  'regards, ',
  'sincerely, ',
  'signed, ',
  'signed by ',
  'attn: ',
  'on behalf of ',
  'patient ',
  'called ',
  'named ',
];

/** Capitalised words that begin sentences and headings, and are no names. */
export const capitalisedWords: ReadonlySet<string> = new Set(
  (
    'the this that these those there here when where what who why how please thank thanks hello dear sir madam yes no not all any some new our your ' +
    'their his her its my we you he she it they if and or but for from with without about after before during customer service team support order ' +
    'account number phone email address date time name company group bank street road avenue north south east west monday tuesday wednesday thursday ' +
    'friday saturday sunday january february march april june july august september october november december united states kingdom city university ' +
    'college school hospital department office inc ltd llc corp limited data security privacy policy terms public private general manager director'
  ).split(' '),
);
