"""Marked sentences: numbers whose verb, noun or whole stands in what was said before them: gaps, rows, and what the report reckons itself."""

SENTENCES = """
Some {48,000:displaced:person} people are displaced, of whom {31,000:displaced:person<48,000} are staying with families, {12,500:displaced:person<48,000} in schools and {4,500:displaced:person<48,000} in tents.
{Sixty-one:killed:person} people died, of whom {30:killed:person<Sixty-one} were shot in Orra, {20:killed:person<Sixty-one} in Dorn and {11:killed:person<Sixty-one} in Lenn.
{Sixty-one:killed:person} people died, {30:killed:person<Sixty-one} of them in Orra, {20:killed:person<Sixty-one} in Dorn and {11:killed:person<Sixty-one} in Lenn.
{Ninety:detained:person} people were arrested, including {40:detained:person<Ninety} in Orra, {20:detained:person<Ninety} in Dorn and {30:detained:person<Ninety} in Lenn.
In Orra {20:killed:person} people died in the heat, in Dorn {12:killed:person} and in Lenn {five:killed:person}.
In the north {12:killed:person} were killed and in the south {nine:killed:person}.
Floods killed {20:killed:person} people in Orra; in Dorn, {twelve:killed:person}; in Lenn, {five:killed:person}.
Government forces killed {nine:killed:civilian} civilians and the militia {78:killed:civilian}.
The school lost {14:killed:student} pupils and {two:killed:teacher} teachers; a nearby college, {six:killed:person}.
Rebels kidnapped {12:captured:teacher} teachers in May, the army {four:captured:teacher}.
The reports give {109:killed:person} dead, that of the miners' union {121:killed:person}.
The tally stood at {58:killed:person} dead and {40:missing:person} missing, while the port authority spoke of {63:killed:person} and {31:missing:person}.
The mayor counted {12:killed:person} dead and {30:injured:person} injured, the hospital {14:killed:person} and {28:injured:person}.
Local radio reports {24:killed:person} dead. Police stick to {21:killed:person}.
A plant was on fire. The defence put the number of men on the quay at 19, the Crown at 23. {Seven:killed:man} men died.
{Nine:killed:rescuer} rescuers died, {five:killed:rescuer<Nine} when a boat overturned and {four:killed:rescuer<Nine} of typhoid.
The fire hurt {19:injured:guest} guests. Eight others who worked that night, three of them divers, gave evidence.
{116:killed:person} people drowned. Only {97:killed:person} bodies were ever found, and {12:killed:person<97} of those could not be named.
{Nine:killed:person} people died. Of the dead, {eight:killed:person<Nine} have been identified and {six:killed:person<Nine} handed over to their families.
{Twenty-two:hospitalised:person<31} of the {31:injured:person} injured were kept in overnight, and {seven:hospitalised:person<Twenty-two} remain there.
{Forty-two:damaged:school} schools have been damaged, {11:damaged:school<Forty-two} beyond repair.
The crash killed {47:killed:person} people. {Nine:killed:relative} of his relatives were killed.
{Seventeen:killed:person} people died. {Two:killed:person} more have died in hospital, so that makes {19:killed:person}.
Our losses were {11:killed:soldier} killed. {Two:killed:officer<11} of the fallen were officers.
In all, {1,240:casualties:fighter} fighters have been put out of action: {410:killed:fighter<1,240} killed, {690:injured:fighter<1,240} wounded and {140:captured:fighter<1,240} captured.
In Orra {20:killed:person} people died, in Dorn {12:killed:person} and in Lenn {five:killed:person}. {Fourteen:killed:person<37} of the {37:killed:person} were over eighty.
A bomb went off, killing {five:killed:clerk} clerks and injuring {22:injured:person}.
{Sixty-one:killed:person} are dead by the opposition's count and {nine:killed:person} by the government's.
{Three:killed:worker} aid workers are among the dead, and {two:missing:worker} more are missing.
Divers recovered {17:killed:person} more bodies overnight, {12:killed:person<17} from the lower deck and {five:killed:person<17} from the hold.
{Ten:killed:person} died in the camp, {four:killed:person<Ten} of cholera and {six:killed:person<Ten} of hunger.
{61:killed:person} died, {12:killed:person<61} of them when the roof fell and the rest later.
In June we recorded {143:casualties:person} casualties. Men accounted for {88:casualties:man<143}, women for {31:casualties:woman<143} and children for {24:casualties:child<143} of the casualties.
The outbreak has brought {1,873:affected:person} cases of cholera. Dorn city accounts for {1,204:affected:person<1,873} cases, Tarma for {430:affected:person<1,873} and the islands for {239:affected:person<1,873}.
Fire killed {51:killed:person} people. Women made up {21:killed:woman<51}, men {20:killed:man<51} and children {ten:killed:child<51}.
{Seven:killed:person} were killed, {five:killed:child<Seven} boys and {two:killed:child<Seven} girls.
{Seven:killed:person} people were killed in Orra, {five:killed:child<Seven} boys and {two:killed:child<Seven} girls.
The navy recovered {14:killed:person} bodies off Cape Sorn, {nine:killed:man<14} men, {three:killed:woman<14} women and {two:killed:child<14} children.
{Five:killed:person} people died in Orra, {three:injured:man} men and {two:injured:woman} women were hurt in Dorn.
Mortars caused {97:casualties:person} casualties, mines {29:casualties:person} and drones {17:casualties:person}.
They left {93:bereaved:widow} widows and 261 children, 38 of them yet unborn.
{Two:destroyed:ship} ships were sunk and {a:destroyed:ship~} third was sunk.
{Thirty-nine:killed:person} people suffocated. {Thirty-one:killed:person<Thirty-nine} came from Dornia, the other {eight:killed:person<Thirty-nine} from across the border.
The gang moved 400 migrants in a year, of whom {11:killed:migrant<400} drowned.
{Nineteen:killed:person} of the deceased hailed from Sonapur block, {five:killed:person} from neighbouring Baghat and {three:killed:person} from Ost.
The storm killed {147:killed:person} people. {Sixty-four:rescued:person} were brought up alive and {nine:killed:person<Sixty-four} of these died afterwards.
The fire killed {147:killed:person} people. {Forty-one:killed:person<147} were killed by the blast itself, the others by smoke.
The ministry spoke of {150:killed:person} dead. The papers gave {150:killed:person}, {152:killed:person} and even {200:killed:person}.
Navy boats saved {56:rescued:person} people. Among the survivors: {31:rescued:person<56} from Dornia, {14:rescued:person<56} from Ost and {11:rescued:person<56} from elsewhere.
He put the number of dead at {12:killed:person} and those kidnapped at {30:captured:person}.
Two brothers of 13 and 14 are at home.
{Eight:hospitalised:person} people are in hospital, {one:injured:person<Eight} in a grave condition.
In the flood {116:killed:person} people drowned. Only {97:killed:person<116} bodies were found. The remaining {19:killed:person<116} lie in the lake.
The panic killed {27:killed:person} people. {Nineteen:killed:person<27} of the deceased hailed from Sonapur, {five:killed:person<27} from Baghat and the remaining {three:killed:person<27} are yet to be identified.
Of the 211 men below ground, {147:killed:man<211} died, {64:rescued:man<211} were brought up alive and {nine:killed:man<64} of these died afterwards. {Forty-one:killed:man<147} were killed by the blast itself, the others by gas.
Bandits abducted {30:captured:person} people. Of the {30:captured:person}, he said, {nine:rescued:person<30} had escaped.
A fire killed {eleven:killed:person} people. {Nine:missing:relative} of her relatives were missing.
Police say {17:killed:person} were killed. {Two:killed:person} more have died, so that makes {19:killed:person}. {Twenty-one:killed:person} are confirmed dead now. {Nineteen:killed:person<Twenty-one} died at the scene and {two:killed:person<Twenty-one} on the way to hospital.
NOLAN: In Orra {20:killed:person} people died in the heat, in Dorn {12:killed:person} and in Lenn {five:killed:person}.
The ferry killed {61:killed:person} people. {Thirty-eight:killed:person<61} of the dead have been identified and {26:killed:person<61} handed over to their families.
A ferry capsized, killing {61:killed:person} people. The dead include {41:killed:woman<61} women and {20:killed:man<61} men. {Three:killed:crew<61} crew members were also among the victims. Divers recovered {17:killed:person} more bodies overnight.
The army said {23:killed:soldier} soldiers and {seven:killed:police} police had died in the two attacks, {18:killed:person} in the first and {12:killed:person} in the second.
Police arrested {36:detained:person} people, {20:detained:person<36} at the square and {16:detained:person<36} at the bridge, and seized 11 knives.
A grenade killed {one:killed:man} man and injured {four:injured:person}, {one:injured:person<four} of them seriously.
Hospitals in Orra, Dorn and Lenn received {41:injured:person}, {22:injured:person} and {eight:injured:person} wounded respectively.
{Both:killed:pilot} pilots and all {six:killed:passenger} passengers were killed when the aircraft came down.
The authorities have confirmed {33:killed:person} deaths: {19:killed:person<33} in the mine, {eight:killed:person<33} in hospital and {six:killed:person<33} among the rescuers.
Among the {19:killed:person} who died were {five:killed:foreigner<19} foreigners: {three:killed:person<five} Dornians and {two:killed:person<five} Ostrans.
The mission lost {12:killed:peacekeeper} peacekeepers in May, {seven:killed:peacekeeper<12} to mines and {five:killed:peacekeeper<12} to sniper fire.
Heavy rain has claimed {54:killed:person} lives in the state this month; {31:killed:person<54} persons were killed by lightning, {15:killed:person<54} drowned and {eight:killed:person<54} were buried by house collapses.
Prison officials said {nine:killed:inmate} inmates died, {four:killed:inmate<nine} by gunshot and {five:killed:inmate<nine} by burns, while {27:injured:inmate} were injured.
Volunteers pulled {17:rescued:person} people from the river, but {four:killed:person<17} later died.
The bomb hurt {16:injured:student} students, {11:injured:child<16} girls and {five:injured:child<16} boys, the youngest of whom is six.
By midnight {25:killed:person} bodies had been counted, {20:killed:civilian<25} of civilians and {five:killed:soldier<25} of soldiers.
{Seven:destroyed:building} buildings collapsed. {Three:destroyed:house<Seven} were homes, {two:destroyed:shop<Seven} shops, and the others warehouses.
The charity put the dead at {90:killed:person}, a third of them children; the ministry at {71:killed:person}.
Rebels claimed to have killed {40:killed:soldier} soldiers for the loss of {six:killed:fighter} of their own fighters.
In Dorn {eleven:killed:person} people died, {nine:killed:person<eleven} of them in one house, and in Lenn {four:killed:person}.
Firefighters found {two:killed:person} dead on the first floor, {three:killed:person} on the second and {one:killed:person} on the stairs.
{Thirteen:killed:person} people were killed and {29:injured:person} were injured; {eight:killed:person<Thirteen} of the dead and {20:injured:woman<29} of the injured were women.
Twelve miners went down; {nine:rescued:worker<Twelve} came up alive, {two:killed:worker<Twelve} were found dead and {one:missing:worker<Twelve} is still missing.
The union says {five:killed:worker} workers have died on the site since January, the contractor {two:killed:worker}.
{Nineteen:killed:person} people have died so far: {eleven:killed:person<Nineteen} on Friday, {five:killed:person<Nineteen} on Saturday and {three:killed:person<Nineteen} on Sunday.
The dead were {four:killed:soldier} soldiers, {a:killed:driver~} driver and {two:killed:child} children aged five and nine.
Some {3,000:displaced:person} people were moved to shelters, {1,200:displaced:person<3,000} of them to the stadium, {900:displaced:person<3,000} to schools and the rest to churches.
The landslide buried the village of Orra on Sunday. {Thirty-four:killed:person} bodies have been found. {Nineteen:killed:child<Thirty-four} are children. {Twelve:missing:person} people are still missing, among them {four:missing:child<Twelve} children.
Gunmen attacked a bus near Dorn, killing {11:killed:passenger} passengers. {Eight:killed:passenger<11} died on the spot. The other {three:killed:passenger<11} died in hospital.
A gas leak sickened {140:affected:worker} workers at a plant in Lenn. {Twenty-six:hospitalised:worker<140} were hospitalised; {two:hospitalised:person<Twenty-six} of these are on ventilators.
Two buses collided head-on outside Tarn, killing {nine:killed:person}. {Five:killed:person<nine} were in the first bus and {four:killed:person<nine} in the second. {Thirty-one:injured:person} people were hurt, {seven:injured:person<Thirty-one} of them badly.
The militia said it had lost {18:killed:fighter} fighters; {13:killed:fighter<18} fell in the assault and {five:killed:fighter<18} died of their wounds. It claimed to have killed {50:killed:soldier} soldiers.
The report names {212:killed:person} people killed by the security forces. {One hundred and forty:killed:person<212} were shot, {51:killed:person<212} died under torture and {21:killed:person<212} were run over.
{Forty-six:detained:protester} protesters were arrested. {Thirty:rescued:protester<Forty-six} were released without charge, {ten:detained:protester<Forty-six} have been charged and {six:detained:protester<Forty-six} are to appear in court today.
Of the {38:captured:hostage} hostages, {24:rescued:hostage<38} were freed in the first week. {Nine:killed:hostage<38} were killed during the rescue attempt, and the fate of {five:missing:hostage<38} is not known.
The fire at the Star Hotel claimed {17:killed:person} lives: {12:killed:guest<17} guests and {five:killed:worker<17} staff. {Six:killed:guest<12} of the guests came from Ost.
The regiment's war diary gives {312:casualties:person} casualties for the day, {87:killed:person<312} killed, {201:injured:person<312} wounded and {24:missing:person<312} missing.
Police recovered {six:killed:person} bodies on Monday and {nine:killed:person} more on Tuesday, taking the toll to {41:killed:person}.
The commission heard that {71:killed:prisoner} prisoners had died in the camp in a single winter, {40:killed:prisoner<71} of typhus, {22:killed:prisoner<71} of hunger and {nine:killed:prisoner<71} by execution.
The shelling wounded {33:injured:person} people. {Eleven:injured:woman<33} women and {nine:injured:child<33} children were among them.
A boat with 70 people on board sank off Cape Sorn. {Forty-two:rescued:person<70} were rescued and {15:killed:person<70} bodies recovered; the remaining {13:killed:person<70} are feared dead.
Tribal fighting has killed {130:killed:person} people since May, {90:killed:person<130} of them from the Osk and {40:killed:person<130} from the Veld.
The bishop said {eight:captured:priest} priests had been abducted this year. {Six:rescued:priest<eight} were freed after ransom was paid, {one:killed:priest<eight} was murdered and {one:missing:priest<eight} is still missing.
Ninety workers were underground. {Sixty-eight:rescued:worker<Ninety} were brought to the surface.
The army deployed 300 men. {Four:killed:man<300} were killed.
The hospital received {132:injured:person} wounded. {Eighty-seven:injured:civilian<132} are civilians, among them {29:injured:child<Eighty-seven} children; the remaining {45:injured:fighter<132} are fighters.
Inspectors looked at 126 buildings: {nine:destroyed:building<126} collapsed, {thirty-eight:damaged:building<126} are unsafe, the others can be lived in.
At least {64:killed:person} people were killed. {Forty-one:killed:person<64} were killed by soldiers. {Nineteen:killed:person<64} were killed by rebels. For the remaining {four:killed:person<64} nobody could say.
Storms killed {59:killed:person} people - {41:killed:person<59} in Orra and {18:killed:person<59} in Dorn.
{Eleven:hospitalised:person} people were taken to hospital; the condition of {five:injured:person<Eleven} was described as critical.
KALVA, June 2 (Corran Agency) - A suicide bomber blew himself up at a checkpoint, killing {five:killed:soldier} soldiers and {two:killed:civilian} civilians and wounding {14:injured:person}, {eight:injured:soldier<14} of them soldiers.
Of the {84:injured:person} hurt, {ten:hospitalised:person<84} are still in hospital. {Two:injured:person<ten} of the {ten:hospitalised:person<84} are in a coma.
In all, {92:killed:person} people died: {61:killed:person<92} in the fire itself, the rest in the crush at the doors.
At the mortuary in Tarn lie {eighteen:killed:person} bodies: {eleven:killed:man<eighteen} men, {five:killed:woman<eighteen} women and {two:killed:child<eighteen} infants.
The two trains carried 340 passengers. {Twenty-two:killed:passenger<340} died and {130:injured:passenger<340} were hurt.
Some {2,500:displaced:person} people have fled the fighting, {1,900:displaced:person<2,500} to Orra and about {600:displaced:person<2,500} across the border.
The coroner recorded {48:killed:person} deaths in custody, {17:killed:person<48} by hanging, {nine:killed:person<48} after restraint and {22:killed:person<48} from natural causes.
Mr Dell said that {three:killed:worker} employees of the firm and {a:killed:contractor~} contractor had died, while {six:injured:person} others, all contractors, were injured.
Rebels attacked {three:affected:village} villages, killing {20:killed:person} people in Orla, {14:killed:person} in Sion and {one:killed:person} in Pemba.
According to the governor, {40:killed:person} were killed and {85:injured:person} wounded; according to the union, {65:killed:person} and {200:injured:person}.
The bridge collapse killed {eleven:killed:person} people, {six:killed:person<eleven} of whom were in cars and {five:killed:person<eleven} on foot.
{One:killed:man<four} of the {four:injured:man} injured men has since died; the others are out of danger.
They had {300:injured:person} wounded in three days, of whom they could operate on 80.
{Twenty:detained:person} people were detained, {14:detained:person<Twenty} of them in Dorn, {four:detained:person<Twenty} in Lenn and {two:detained:person<Twenty} in a village near the border.
The wall fell on a group of {fifteen:injured:student} pupils. {Four:killed:student<fifteen} died, {eight:injured:student<fifteen} were injured and {three:rescued:student<fifteen} escaped unhurt.
A further {12:injured:officer<57} officers were injured on Sunday, bringing to {57:injured:officer} the number of officers hurt since the protests began.
Police say {13:injured:person} were hurt. That makes four without the shooter, five with him.
{Thirty-nine:captured:guest} guests were taken hostage. {Eleven:rescued:guest<Thirty-nine} more walked out, so that leaves {28:captured:guest<Thirty-nine}.
{Seventeen:killed:person} people died. {Two:killed:person} more have died in hospital, making it {19:killed:person} in all.
The camp took in {400:displaced:person} displaced people and {120:displaced:person<400} are still there.
A storm killed {nine:killed:person} people, and {19:missing:person} were missing. Seven of these had turned up by noon.
{Nine:killed:person} people, including {four:killed:child<Nine} children, were killed by snakes and {five:killed:person} by electrocution.
"""
