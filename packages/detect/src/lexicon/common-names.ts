/**
 * Names that the list of other languages does not hold: common family names of English-speaking countries, Latin America, Africa and
 * Asia, and given names of newer fashion and of further countries.
 *
 * @module
 */

/** Family names, in lower case, parted by spaces. */
export const commonFamilyNames: string =
  'smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white ' +
  'harris sanchez clark ramirez lewis robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts ' +
  'gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos ' +
  'kim cox ward richardson watson brooks chavez wood james bennett gray mendoza ruiz hughes price alvarez castillo sanders patel myers long ross foster jimenez powell jenkins perry ' +
  'russell sullivan bell coleman butler henderson barnes gonzales fisher vasquez simmons romero jordan patterson alexander hamilton graham reynolds griffin wallace moreno west cole ' +
  'hayes bryant herrera gibson ellis tran medina aguilar stevens murray ford castro marshall owens harrison fernandez mcdonald woods washington kennedy wells vargas henry chen freeman ' +
  'webb tucker guzman burns crawford olson simpson porter hunter gordon mendez silva shaw snyder mason dixon munoz hunt hicks holmes palmer wagner black robertson boyd rose stone ' +
  'salazar fox warren mills meyer rice schmidt garza daniels ferguson nichols stephens soto weaver ryan gardner payne grant dunn kelley spencer hawkins arnold pierce vazquez hansen ' +
  'peters santos hart bradley knight elliott cunningham duncan armstrong hudson carroll lane riley andrews alvarado ray delgado berry perkins hoffman johnston matthews pena richards ' +
  'contreras willis carpenter lawrence sandoval guerrero george chapman rios estrada ortega watkins greene nunez wheeler valdez harper burke larson santiago maldonado morrison franklin ' +
  'carlson austin dominguez carr lawson jacobs obrien lynch singh vega bishop montgomery oliver jensen harvey williamson gilbert dean sims espinoza howell li wong reid hanson le mccoy ' +
  'garrett burton fuller wang weber welch rojas lucas marquez fields park yang little banks padilla day walsh bowman schultz luna fowler mejia davidson acosta brewer may holland juarez ' +
  'newman pearson curtis cortez douglas schneider joseph barrett navarro figueroa keller avila wade molina stanley hopkins campos barnett bates chambers caldwell beck lambert miranda ' +
  'byrd craig ayala lowe frazier powers neal leonard gregory carrillo sutton fleming rhodes shelton schwartz norris jennings rios watts duran walters cohen mcdaniel moran parks steele ' +
  'vaughn becker holt deleon barker terry hale leon hail benson haynes horton miles lyons pham graves bush thornton wolfe warner cabrera mckinney mann zimmerman dawson lara fletcher ' +
  'page mccarthy love robles cervantes solis erickson reeves chang klein salinas fuentes baldwin daniel simon velasquez hardy higgins aguirre lin cummings chandler sharp barber bowen ' +
  'ochoa dennis robbins liu ramsey francis griffith paul blair oconnor cardenas pacheco cross calderon quinn moss swanson chan rivas khan rodgers serrano fitzgerald rosales stevenson ' +
  'christensen manning gill curry mclaughlin harmon mcgee gross doyle garner newton burgess reese walton blake trujillo adkins brady goodman roman webster goodwin fischer huang potter ' +
  'delacruz montoya todd wu hines mullins castaneda malone cannon tate mack sherman hubbard hodges zhang guerra wolf valencia franco saunders rowe gallagher farmer hammond hampton ' +
  'townsend ingram wise gallegos clarke barton schroeder maxwell waters logan camacho strickland norman person colon parsons frank harrington glover osborne buchanan casey floyd patton ' +
  'ibarra ball tyler suarez bowers orozco salas cobb gibbs andrade bauer conner moody escobar mcguire lloyd mueller hartman french kramer mcbride pope lindsey velazquez norton mccormick ' +
  'sparks flynn yates hogan marsh macias villanueva zamora pratt stokes owen ballard lang brock villarreal charles drake barrera cain patrick pineda burnett mercado santana shepherd ' +
  'bautista ali shaffer lamb trevino mckenzie hess beil olsen cochran morton nash wilkins petersen briggs shah roth nicholson holloway lozano rangel flowers hoover arias mora valenzuela ' +
  'bryan meyers weiss underwood bass greer summers houston carson morrow clayton whitaker decker yoder collier zuniga carey wilcox melendez poole roberson larsen conley davenport copeland ' +
  'massey lam huff rocha cameron jefferson hood monroe anthony pittman huynh randall singleton kirk combs mathis christian skinner bradford richard galvan wall boone kirby wilkinson ' +
  'bridges bruce atkinson velez meza roy vincent york hodge villa abbott allison tapia gates chase sosa sweeney farrell wyatt dalton horn barron phelps yu dickerson heath foley atkins ' +
  'mathews bonilla acevedo benitez zavala hensley glenn cisneros harrell shields rubio huffman choi boyer garrison arroyo bond kane hancock callahan dillon cline wiggins grimes arellano ' +
  'melton oneill savage ho beltran pitts parrish ponce rich booth koch golden ware brennan mcdowell marks cantu humphrey baxter sawyer clay tanner hutchinson kaur berg wiley gilmore ' +
  'byrne russo villegas hobbs keith wilkerson ahmed beard mcclain montes mata rosario vang walter henson oneal mosley mcclure beasley stephenson snow huerta preston vance barry johns eaton ' +
  'blackwell dyer prince macdonald solomon guevara stafford english hurst woodard cortes shannon kemp nolan mccullough merritt murillo moon salgado strong kline cordova barajas roach rosas ' +
  'winters jacobson lester knox bullock kerr leach meadows davila orr whitehead pruitt kent conway mckee barr david dejesus marin bartlett parry bevan pugh lloyd rees hopper whittaker ' +
  'walsh osullivan kavanagh mccarthy doherty gallagher keane nolan brennan burke daly maguire mcgrath mcmahon oreilly fraser macleod mackay mackenzie sinclair mclean mcintyre mcgregor ' +
  'macgregor munro buchan cartwright ashworth barlow bentley birch blackburn bolton booth bright broadbent brookes bryan burrows carney chadwick clegg connolly cowan crossley dempsey ' +
  'dickinson draper duffy egan farr faulkner field finch fitzpatrick forster frost gallacher gibbons gould greenwood hadley haigh hargreaves harding hayward heaton hewitt hilton hobson ' +
  'holden hooper horne houghton howarth humphreys ingham jarvis kay kenny kirkham knowles lacey leigh lister lockwood lord mahoney mallinson marriott mcallister mellor middleton milner ' +
  'moorhouse mortimer naylor newbold nuttall oakley ogden ormerod parkin parkinson peacock pickering pollard pritchard proctor ramsden rawlings redmond rigby sargent schofield seymour ' +
  'sharpe shepherd short slater steel stubbs swift talbot thorne thorpe tomlinson turnbull tyson vickers wainwright walmsley wardle waterhouse weston whalley wharton whitfield whiteley ' +
  'wilde winter woodward worthington wren yates abdi abubakar adebayo adeyemi afolabi akinola amadi asante balogun bello boateng botha chikezie chukwu danso diallo dlamini dube eze ' +
  'fofana gumede haile ibrahim igwe jallow kamara kamau kariuki keita khumalo kimani koroma kruger lawal mahlangu maina mbeki mensah mohamed molefe moyo mutua mwangi naidoo ncube ndlovu ' +
  'nel njoroge nkosi nwosu obi ochieng odhiambo ogunleye okafor okeke okonkwo okoro onyango osei otieno owusu pretorius sesay sibanda sithole suleiman tembo traore uche van wanjiku yusuf zulu ' +
  'agarwal ahluwalia anand bhatt bose chatterjee chaudhary chopra das desai dutta ganguly ghosh gupta iyer jain joshi kapoor khanna krishnan kulkarni kumar malhotra mehra mehta menon ' +
  'mishra mukherjee nair narayan pandey pillai prasad rao reddy saxena sen sethi sharma shetty sinha srinivasan subramanian thakur trivedi varma verma yadav akhtar ahmad aziz begum ' +
  'butt chaudhry farooq haque hussain iqbal islam jamil malik mirza mahmood qureshi rahman rashid saeed sheikh siddiqui tariq zaman abe endo fujita fukuda goto hasegawa hashimoto hayashi ' +
  'ikeda inoue ishii ishikawa ito kato kimura kobayashi kondo maeda matsumoto miura mori murakami nakagawa nakajima nakamura nakano nishimura ogawa okada ono ota saito sakai sakamoto sasaki ' +
  'sato shimizu suzuki takada takagi takahashi takeda tamura tanaka ueda wada watanabe yamada yamaguchi yamamoto yamashita yamazaki yokoyama yoshida bui dang dinh do duong hoang ngo pham ' +
  'phan tran vo vu santoso wijaya setiawan suharto hidayat gunawan aquino bautista delrosario garcia magsaysay cruz mercado villanueva haddad khoury mansour najjar nasser sabbagh saleh ' +
  'carvalho ferreira oliveira pereira ribeiro rocha santos silva sousa barbosa cardoso costa teixeira correia esposito ricci marino greco bruno gallo conti rizzo laurent dubois moreau lefevre ' +
  'petrov ivanov popov sokolov volkov novak kowalski nowak horvath nagy toth kovacs papadopoulos nikolaidis yilmaz kaya demir celik lindqvist johansson nilsson eriksson larsson';

/** Given names, in lower case, parted by spaces. */
export const moreGivenNames: string =
  'jasmine crystal usman kaito tariro nilufar bao chukwuma aarav advik ahana alisha amara amaya amani anaya anneliese anwen arash ariel arianna armando asher ashanti aurora ayaan ayla azadeh azra ' +
  'bashir beau behnam bianca blake blessing braden brayden brielle brooklyn bronwyn bruno burak busisiwe cadence caitlin cansu catalina cedric celeste chantelle chloe ciro clara clementine ' +
  'constance corbin cosima cyrus daisy dalila damien daria darya davina demetrius destiny devon diarmuid dimitri djamila dominique dorian ebony eden edgar eduard efosa eleni eliana elijah eliza ' +
  'elspeth emre enoch esme esperanza ethel eunice everett ezekiel ezra fabian faisal fatoumata felicity fidel fikile finley flora florence francesca fumi gabriella gareth gemma ghada gia ' +
  'giovanna gladys goran graciela gulnara gustavo hadley hafsa hakeem hana harper harpreet hasina hattie hayden hazel heba helena henrietta hilda hiromi hye imani imelda indra ingeborg irma isaiah ' +
  'isla israel itzel ivana ivy izabella jabari jada jaden jaime jalen jamila janelle jaroslava jasper javad jelena jemima jerome jethro jocelyn jolene jonas josiah jovan judah julianna junaid juniper ' +
  'kader kaia kaitlyn kamal kamila karina karthik kasandra kaveh kayden keegan keisha kelvin kemal kennedy kerry khaled kiara kieran kimani kira koffi komal krishnan kwabena kwesi kyra lachlan ladislav ' +
  'lamar lara larissa latoya lavinia layton leandro leila lenka leopold lerato letitia levi lila liliana lina lionel lisbeth ljubica lola lorelei loretta luciana lucinda ludmila mackenzie maeve ' +
  'maia maite malaika malik mandeep manpreet mara marceline margot mariella marisol marisa marissa maximilian mehdi mehmet mei melody mercedes mia mika milena mina mirjam mohamud moira moises moses muna ' +
  'murad myriam nabila nadira najma nalini nandini naomi nasir nasreen natalie nathalia navid nelly nerys ngaio nicola niamh nikita nikolaj nilofar nimra noor norbert nomsa odette olawale oleksandr oluwatobi ' +
  'omari ondrej oriana osman otto palesa parisa parveen patience pavla penelope petros petronella philippa piers portia precious preethi purity quincy rachelle rafaela rafiq raisa rajan ramona ' +
  'ranjana raphael rasheed rebeca rebekah reece reggie renata reuben rhian rhiannon rhona ricarda rosalind rosario rosemarie rowan roxana ruairi rukhsana rupert sabah sadiq saeed safiya sagar sahar ' +
  'saida sakina salima salome samuel sanjana sanna santiago saskia savannah selina selma serena serhat serkan shabnam shanelle shanice shazia shereen shirin siddharth sidra silas simran sinazo siyabonga ' +
  'skye sorcha stavros suleman sumaya sunniva svenja tabatha tadeo taiwo talia tamika tarek tatum temitope teodor terence thandiwe thandeka theodora theo thea tiago tiana tilly tobias tomoe trinity tuan turgut ' +
  'tyrell tyrese ulla umberto valeria vanda veronika vikas vincenza vladislav volkan waleed wanda wasim wilhelmina winston xiomara yahya yasin yosef youssef yuliya yusra yvonne zachariah zain zainab ' +
  'zara zarina zaynab zelda zeynep ziad zinedine zsofia zuleika zuri anders bjarne dagny eirik gudrun halvor ingunn jarle ketil liv marit oddvar ragnhild sigurd torstein tove vidar aino eero ilkka juhani ' +
  'kaisa marjatta pekka tapio timo ville aleksi mikko hideo isamu izumi jun kaede kanako kazumi kenichi kiyoshi mai mamoru manabu masato mika misaki mitsuko nana nobuko osamu ren rie saki sayuri shigeru shoko ' +
  'takuya tetsuya tomoya toru tsubasa wataru yasuko yoshio yuichi yuka yuto duc hieu huy khanh khoa lien long mai nga nhung thuan tien tuan tung vinh xuan budi dewi siti wayan agus putu ketut nurul farhan ' +
  'rizal aminah zulkifli somchai somsak niran pongsak kasem malee anong arthit chai nattapong siriporn arturo elias ezequiel fermin gerardo hernan joaquin leandro lisandro maite nahuel osvaldo rosalba ulises wilmer yamila ' +
  'neville susannah deepika deepak priyanka rohini swati sunita arvind nandita sushila harinder gurpreet jaspreet balwinder sukhdev amarjit clarissa cressida imogen henry jocasta tamsin verity prudence winifred mavis doreen muriel maureen noreen enid gwyneth blodwen alun emrys ieuan iolo rhodri tomos eluned lowri efa mair nesta barnaby crispin cuthbert evander fergal giles horace leander montague osbert percival quentin rafferty sebastian tarquin ulysses wilfrid algernon ambrose bartholomew cornelius ebenezer thaddeus obadiah annabel arabella beatrix cordelia dorothea euphemia georgiana isadora lettice marguerite ottilie philomena rosamund seraphina theodosia ursuline';
