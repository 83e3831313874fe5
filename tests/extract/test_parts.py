"""Who the counted ones are and of what they are a part, where the words say it without a noun of their own."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "language"))

from marked_figures import figures, read, unmark
from marked_gaps import SENTENCES as GAPS

SENTENCES = """
Medics carried {13:injured:person} wounded, and {one:injured:officer<13} of those was an officer. That makes four without the guard, five with him. {Seven:hospitalised:person<13} of the wounded are still in hospital.
Twelve remain with us, of whom {four:hospitalised:person<Twelve} are in intensive care and {two:hospitalised:person<Twelve} in a ward. Among those still in hospital is {a:hospitalised:child~} boy of nine.
{Eleven:affected:person} of the victims were found in the village. The hospital said it had {31:injured:person} injured, {nine:hospitalised:person<31} of whom needed surgery.
{Twenty-three:rescued:student<61} of the {61:captured:student} pupils who were kidnapped from a school in Tarn three weeks ago have been freed. {Three:rescued:student<61} of the students had escaped in the first week.
{Fifty:captured:child} girls abducted by gunmen were moved two days later to the north.
Police say {13:injured:person} were hurt. That makes four without the shooter, five with him.
The union speaks of {eight:killed:person} dead. {Eight:missing:man} men have not been found. There is little hope for the {eight:missing:man}.
Twelve remain with us tonight, of whom {four:hospitalised:person<Twelve} are in intensive care. Among those still in hospital are {three:hospitalised:worker} railway workers.
{Four:killed:person} members of one family, the youngest of them {a:killed:child~<Four} girl aged three, died.
{A:killed:man~} man aged 40 and {two:killed:woman} women died.
{Two:killed:child} girls aged three and five died.
They put their own dead at {four:killed:person}.
The number of people known to have died in the collapse of a block of flats in Norrgate has risen to {14:killed:person}.
A butcher, 54, dragged four people from under the wheels.
A runaway lorry smashed into a market.
At least {31:injured:person} people were injured. {Twelve:hospitalised:person<31} of the injured remained in hospital, {seven:hospitalised:person<Twelve} of them in intensive care.
Gunmen marched {seven:captured:passenger<26} of the 26 passengers into the forest. By evening {three:rescued:woman<seven} of them, all women, had been let go.
Clinics admitted {1,164:hospitalised:patient} patients last week, against {902:hospitalised:patient} in the week before. {Seventeen:killed:patient<1,164} of them died.
{Twenty-three:rescued:person} people have been rescued. {Nine:hospitalised:person<Twenty-three} of them remain in hospital, {two:injured:person<Nine} in a critical condition.
The two hospitals admitted {64:hospitalised:person} people, their director said; {ten:injured:person<64} were badly hurt.
The fire killed {37:killed:person} people. {Two:killed:nurse<37} nurses are among the {37:killed:person}.
A storm killed {40:killed:person} people. {Two:killed:person<40} died in hospital and are included in the toll.
A storm killed {40:killed:person} people. {One:killed:man} man died on the road and is not included in the toll.
Toll touches {53:killed:person}, {four:killed:woman<53} women among dead.
The death toll has risen to {14:killed:person}, after the bodies of {a:killed:man~<14} man and {two:killed:woman<14} women were recovered.
Officials raised the death toll to {six:killed:person} after searchers found the body of {a:killed:man~<six} man.
The death toll stood at {six:killed:person} after a fire that killed {two:killed:person} people.
Accidents cost {89:killed:person} people their lives, {31:killed:person<89} in a single landslip.
{Twelve:killed:person} people were killed in Orra, {10:killed:person} in Tarn.
Rescuers brought out {nine:rescued:person} people alive, the last being {an:rescued:usher~<nine} usher.
{Four:killed:person} more died in hospital, the last of them {a:killed:child~<Four} 7-year-old boy.
{Five:killed:person} drowned, the youngest {a:killed:child~<Five} girl of three.
Police detained {88:detained:person} people. All but {five:detained:person<88} had been let go by evening.
{Thirty:displaced:family} families were evacuated; all but {six:displaced:family<Thirty} have now gone home.
{Fifteen:injured:person} people were hurt. By yesterday all but {two:hospitalised:person<Fifteen} had been discharged.
Gunmen abducted {90:captured:child} girls from a school. {Two:rescued:child<90} of the girls escaped and walked home.
Gunmen abducted {90:captured:child} girls from a school. {53:captured:child<90} girls are believed to be still held.
Gunmen took {12:captured:villager} villagers. Some {300:displaced:villager} villagers fled to Orra.
A clerk killed {two:killed:nurse} nurses and wounded {a:injured:nurse~} third at the mill.
{Two:killed:guard} guards died and {a:injured:guard~} third was wounded.
{Nine:injured:firefighter} firefighters were treated for burns; {none:hospitalised:firefighter!} was hospitalised.
{Six:captured:teacher} teachers were abducted. By evening {three:rescued:woman<Six} of them, all women, had been let go.
Medics treated {134:injured:person} people, {18:injured:child<134} of them children who had come with their parents.
{Three:killed:adult} adults and {two:killed:child} children drowned.
{Nine:killed:child} children under five died.
{Nine:killed:person} people over 60 were killed.
{Two:killed:person<40} of the {40:injured:person} wounded died on the way.
{Fourteen:rescued:child<112} of the {112:captured:child} girls abducted from Orra were freed on Tuesday.
The fire killed {40:killed:pilgrim} pilgrims; {31:killed:pilgrim<40} have already been buried.
The flood killed {93:killed:person} people. {Six:killed:person<93} have yet to be buried.
The slide killed {three:killed:person} people. {Nine:trapped:person} were buried.
{Nine:killed:person} bodies were recovered from the hall. {Two:killed:person<Nine} had been shot.
Bandits raided Orl. {Forty:captured:person} were taken, among them {nine:captured:child<Forty} girls.
The mayor spoke of {40:injured:person} wounded; the ministry, of {12:injured:person}.
The mayor spoke of {40:injured:person} wounded in Dorn, a town of 900, and the loss of 12.
Asked how many people were missing, the mayor said {nine:missing:person}.
It is unclear how many died; police said 40 were on the bus.
Deaths by district: Orl {12:killed:person}, Dorn {9:killed:person} and Lesk {2:killed:person}.
Houses destroyed by village: Orl {12:destroyed:house}, Dorn {9:destroyed:house}.
Goals by team: Orl 12, Dorn 9.
Some {2.1 million:affected:person} people are short of food, {640,000:affected:child<2.1 million} children under five among them.
{Forty-six:detained:demonstrator} demonstrators were arrested, and {two:detained:leader<Forty-six} union leaders among them have been taken to an unknown place.
Gunmen kidnapped {32:captured:passenger} passengers. Most are migrants, and among them are {seven:captured:child<32} children.
A panic killed {74:killed:person} people, and of these {21:killed:person<74} drowned in the river.
{74:killed:person} people died; of them, {21:killed:person<74} drowned.
{Fourteen:rescued:person} people survived. {Ten:hospitalised:survivor<Fourteen} of the survivors are in hospital. The other {four:rescued:person<Fourteen} were allowed home.
{33:killed:person} people drowned. Divers had found {30:killed:person<33} bodies by midday; the {three:trapped:person<33} others were thought to be caught beneath the bus.
{Eight:rescued:digger} diggers were hauled out alive. {One:killed:person<eight} of the {eight:rescued:digger} has since died and {three:hospitalised:digger<eight} are in the hospital at Aramba.
{Ten:killed:person} people died. {Seven:killed:woman<Ten} were women, {two:killed:man<Ten} were men and {one:killed:child<Ten} was a girl.
{Two:killed:man} men were stabbed and beaten to death.
{36:killed:pilgrim} pilgrims were trampled or suffocated to death.
{Five:casualties:person} were killed or wounded.
{Two:rescued:person<five} of the {five:detained:person} detained were let go in the evening.
{One:detained:person<nine} of the {nine:detained:person} arrested has been charged.
{Two:rescued:man<12} of the {12:detained:man} men who were arrested have been freed.
He buried {two:killed:worker<12} of the {12:killed:worker} miners who died.
Nine in ten of those who fell ill had had no jab.
{Five:killed:child} of those killed were children.
Among the {31:killed:person} dead were {nine:killed:soldier<31} soldiers and {16:killed:civilian<31} civilians.
{Three:killed:child<six} children were among {six:killed:person} people killed in the shelling.
{A:killed:nurse~<six} nurse was among {six:killed:person} people killed.
{Two:injured:teacher<40} teachers were among the {40:injured:person} injured, the school said.
{Twelve:killed:person} people died. The victims, {eight:killed:man<Twelve} men and {four:killed:woman<Twelve} women, were all from one village.
The wounded, {five:injured:man} men and {three:injured:woman} women, were members of a choir.
{Four:injured:student} pupils - {three:injured:child<Four} boys and {a:injured:child~<Four} girl - were hurt when a wall fell.
The attack left {10:killed:person} dead, including {the:killed:bomber~<10} bomber.
Rebels freed {30:rescued:child<110} of the {110:captured:child} schoolgirls they abducted in spring.
{Two:detained:man<12} of the 12 men she had hired were arrested.
Another {60:hospitalised:person} people, half of them pupils, were taken to hospital.
A collision between two vans killed {six:killed:person} people.
The hospital had treated {58:injured:person} wounded.
The ministry put the number of hostages at {two:captured:person}. "We heard an explosion and then shots, I'd say fifty," said Aldo Prat.
I have 30 deputies out here.
{Three:detained:member} members of a gang called the Owls were arrested.
{Twelve:killed:man} men, most of whom were unarmed, were shot dead.
{Twelve:killed:man} men, many of whom were asleep, were killed.
A child stepped on a mine, injuring himself and {two:injured:soldier} soldiers.
Of those killed, {14:killed:woman} were women and {nine:killed:child} were children.
Of the dead, {two:killed:nurse} were nurses.
{Eight:killed:person} people, {five:killed:man<Eight} men and {three:killed:woman<Eight} women, died in the fire.
The dead were {eight:killed:woman} women, {five:killed:man} men and {three:killed:child} infants.
The crash injured {20:injured:person} people, {six:injured:person<20} seriously.
{3,400:displaced:family} families, some {17,000:displaced:person} people, have been displaced.
{36:hospitalised:person} people, {11:injured:person<36} of whom have bullet wounds, were taken to hospital.
Police arrested {two:captured:rebel} Liberation Front (LF) rebels.
{25:killed:inmate} inmates, not 16, had died.
Dead: {134:killed:person} (Lower Arvan {97:killed:person<134}, Mott {29:killed:person<134}, Tersk {8:killed:person<134})
At least {134:killed:person} people died ({97:killed:person<134} in Lower Arvan, {29:killed:person<134} in Mott and {8:killed:person<134} in Tersk).
The fire killed {24:killed:person} people (see Report 12, page 4).
Police arrested {61:detained:person} people, and {14:detained:person<61} were later sentenced to five years.
{Twelve:missing:person} people are missing. We met survivors in the hospital. {One:bereaved:survivor} of them lost her husband.
{Two:killed:police} policemen and {a:killed:child~} boy, both bystanders, died.
{Seven:killed:soldier} soldiers, {four:killed:officer<Seven} of them officers, and {two:killed:civilian} civilians died.
Among 1,140 people screened, {64:affected:person} tested positive and {three:killed:person<64} died.
Three rebel attacks here left {two:killed:person} dead.
The shelling wounded {11:injured:civilian} civilians. Our losses amount to {three:killed:soldier} soldiers killed and {nine:injured:soldier} wounded. {Two:injured:person<nine} of the wounded are in serious condition.
The shelling wounded {11:injured:civilian} civilians. {Three:killed:soldier} soldiers were killed and {nine:injured:soldier} wounded. Of the wounded, {two:injured:person<nine} are in serious condition.
{Forty:killed:civilian} civilians and {12:killed:soldier} soldiers were killed. {Eight:killed:child<Forty} of the dead were children.
We released {260:rescued:prisoner} prisoners and received 41 of our own, nine of them in coffins.
Police detained {260:detained:person} people and are looking for 41 others, including nine women.
Gunmen killed {26:killed:passenger<41} of the 41 passengers, including {nine:killed:woman<26} women.
{Forty:killed:person} people, of whom {12:killed:child<Forty} were children, were killed.
{Forty:killed:person} people, which included {12:killed:child<Forty} children, were killed.
{Forty:killed:person} people, who were sleeping in tents, were killed.
{Nine:killed:man} men who had been missing were found dead.
{Twelve:rescued:person} people feared dead were rescued.
The morgue, built for 10 bodies, was full.
The clinic has beds for 30 wounded. A search was made for {12:missing:man} missing men.
{Six:killed:priest} priests ({five:killed:person<Six} Ostrans and {one:killed:merian<Six} Merian) were killed.
"""


@pytest.mark.parametrize("marked", [*SENTENCES.strip().splitlines(), *GAPS.strip().splitlines()])
def test_parts_are_read_as_marked(marked: str) -> None:
    text, wanted = unmark(marked)
    assert read(text) == wanted


@pytest.mark.parametrize("marked", [*SENTENCES.strip().splitlines(), *GAPS.strip().splitlines()])
def test_what_a_part_goes_back_to_is_a_figure(marked: str) -> None:
    found = figures(unmark(marked)[0])
    assert {figure.part_of for figure in found} - {None} <= {figure.id for figure in found}
