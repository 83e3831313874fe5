"""Constructions are read as marked: whom it befell, how many, and of what they are a part."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "language"))

from marked_figures import figures, read, unmark

SENTENCES = """
The blast killed {12:killed:worker} miners and injured {30:injured:person}.
{Two:killed:brother} brothers, aged 9 and 11, drowned in the canal.
{Four:killed:child} children aged between 3 and 11 were found dead.
They are holding {800:captured:visitor} visitors, including {100:captured:child<800} children, hostage.
{23:killed:civilian} civilians were killed, {14:killed:child<23} of them children.
{27:injured:person} people were hurt. The {27:injured:person} included {two:injured:teacher<27} teachers.
Nobody was seriously hurt, and there were no serious injuries.
{No:killed:person!} one was killed or seriously injured.
All but three of the {60:captured:hostage} hostages have been freed.
Neither the driver nor his two passengers were hurt.
The film, in which 40 clerks are killed, opens on Friday.
A model predicts up to 40,000 deaths by May.
In the novel, a plague kills 2,000 people in one winter.
The drill simulated a train crash with 30 dead and 120 injured.
{A:killed:soldier~} soldier was killed and {three:injured:person} were injured during an exercise.
The storm could leave 50,000 people homeless.
The shelter can hold up to 400 displaced people.
The lifeboat was built to rescue 30 people.
The plan is to evacuate 300 people.
Anyone who kills two people faces life in prison.
Troops were sent to free {14:captured:hostage} hostages.
{None:injured:clerk!<four} of the four clerks and 100 customers was hurt.
It would be worse if two people were killed.
Nobody can say whether 12 people died.
The governor spared 12 death row inmates after 40 death threats.
Divers found {12:killed:person} dead bodies.
{Six:killed:worker} workers, whose names were not given, died.
The death toll from the floods in the two states climbed to {118:killed:person}.
The number of people killed in two attacks on three villages rose to {14:killed:person}.
The blast left {18:killed:person} fatal victims and {35:injured:person} injured.
Nine out of 14 goats are for sale.
A ferry carrying 120 people capsized, drowning at least {30:killed:person}.
The Sea Star 3 sank, and the trawler Ilan 2 rescued {31:rescued:person} people.
Divers mourn the loss of their dinghy, which sank.
Police killed {three:killed:rebel} rebels and arrested {12:detained:person}.
{Nine:killed:soldier} soldiers were killed and {14:injured:soldier} wounded.
{Two:attackers:gunman} gunmen killed {12:killed:person}.
A man shot {three:affected:person} people. Both owners are partners in the firm.
The outbreak affected {1,800:affected:person} people, of whom {22:killed:person<1,800} died.
{31:captured:person} persons have been kidnapped, of whom {five:killed:person<31} were found dead.
He saw "more than {a hundred:killed:person}" bodies in the yard.
{63:injured:police} police officers were hurt, {four:injured:police<63} of them badly, and {212:detained:person} people arrested, {148:detained:person<212} of those in Valm.
{26:killed:person} people died. {21:killed:person<26} bodies have been identified; the remaining {five:killed:person<26} will take time.
{Two:killed:nurse} nurses (both of them on night duty) died.
The fleet brought in at least {24:killed:person} dead.
In all, {312:rescued:passenger} passengers and {21:rescued:crew} crew were saved.
The dead were {9:killed:man} men, {4:killed:woman} women and {2:killed:child} children.
{40:injured:person} people were injured. Of those injured, {eight:hospitalised:person<40} remain in intensive care.
An estimated {200:displaced:household} households, or about {1,000:displaced:person} people, have been left homeless.
Floods have forced some {40,000:displaced:person} out of their homes.
Police said {5:killed:person} people were killed: {3:killed:person<5} at the scene and {2:killed:person<5} in hospital.
The first blast killed {nobody:killed:person!}, but a second killed {17:killed:person}.
{35:captured:villager} villagers were abducted, {20:captured:woman<35} of them women; {12:rescued:villager<35} have since been released.
{Six:killed:soldier} soldiers were killed, and the attackers left {22:killed:person} dead.
The two raids left {9:killed:person} and {14:killed:person} dead.
The fire killed {7:killed:person} people, up from {5:killed:person} on Monday; {3:killed:firefighter<7} firefighters are among the dead.
{13:killed:person} people were killed: {nine:killed:patient<13} patients, {two:killed:relative<13} relatives who were with them, {a:killed:nurse~<13} nurse and {the:killed:driver~<13} driver.
{Two:detained:person} people, {the:detained:skipper~<Two} skipper and {his:detained:son~<Two} son, were arrested.
{12:killed:person} bodies were found, among them those of {three:killed:child<12} children.
{32:killed:person} people died. She saw {27:killed:person} bodies. {Twenty:killed:child<32} of the dead were children.
{441:killed:person} people died. {Fifty-six:killed:person<441} of those who died were found on the pass.
{26:killed:person} died and {70:injured:person} were hurt. Most of the dead were traders. {Eight:killed:woman<26} were women and {five:killed:child<26} were children.
{Four:captured:technician} technicians were abducted. Troops met the kidnappers, killing {two:killed:kidnapper} of them.
{26:killed:person} people were killed. {Four:killed:student<26} of the victims were pupils.
The rebels suffered {148:casualties:person} casualties ({93:killed:person<148} dead and {55:injured:person<148} wounded).
This brings to {eight:killed:student} the number of students killed.
The find takes to {38:killed:worker} the number of miners known to have died.
The number of sailors who died rose to {nine:killed:sailor}.
It was a number that was reached by guessing. Nine letters were found.
The agency put the dead at {58:killed:person} and those injured at {210:injured:person}.
{Sixty:killed:person} people died. Of those who died, {17:killed:crew<Sixty} were crew, the court heard, and {eleven:killed:person<Sixty} had not reached the deck.
{Ninety:killed:person} people died. Of the dead {40:killed:child<Ninety} are children.
The dead are the driver and {three:killed:passenger} passengers who were in front.
{Nine:killed:person} people died. They were {three:killed:sailor<Nine} sailors, {five:killed:doctor<Nine} doctors and the pilot.
{Eight:killed:person} died. The {eight:killed:person} include {two:killed:brother<eight} brothers who ran a stall, {three:killed:porter<eight} porters and {two:killed:guard<eight} guards.
Structures: {418:destroyed:building} destroyed ({371:destroyed:house<418} homes, {47:destroyed:barn<418} barns).
{68:injured:person} people were wounded. {Nineteen:injured:person<68} are in a serious condition.
{Thirty:rescued:person} people were pulled out alive; {13:hospitalised:person<Thirty} are in hospital.
A relative of one of the hostages spoke to reporters.
He is one of {29:casualties:person} people killed or maimed by mines, {twelve:casualties:child<29} of them children. {Seven:killed:person<29} died.
The boy had been one of {five:injured:person} injured when a ramp gave way.
{Three:killed:soldier} soldiers were killed. {The:killed:soldier~} fourth died of his wounds.
"Not a guard was hurt," he said.
Ada Keller, one of the {six:killed:nurse} nurses killed on the bridge, had warned of it.
{Five:injured:person} people, {one:injured:child<Five} child among them, were wounded.
{Four:injured:person} people were hurt, {a:injured:guard~<Four} guard among them.
{22:hospitalised:person} people have been brought to the hospital, {nine:hospitalised:person<22} with stab wounds.
Gunmen take {nine:captured:engineer} engineers from bus; {six:captured:engineer<nine} still held
Police hold {17:detained:person} after riot; {six:detained:person<17} still held
{Six:killed:person} people died in the fire. On Sunday 2,500 people marched through the town; the organisers counted 4,000.
{Six:detained:suspect} suspects are in custody. The building housed 128 people. The tenants say 140.
{Nine:injured:firefighter} firefighters were treated for minor burns or smoke inhalation.
Gunmen take {seven:captured:person} from bus; {three:rescued:person<seven} walk free
Monks wrote that {168:killed:person} had died; the inspector reported {164:killed:person}.
Police said {40:killed:person} people were killed and {25:injured:person} wounded.
{Three:killed:soldier} soldiers were killed and {seven:injured:person} others were hurt.
A gunman shot {four:affected:person} people, killing {one:killed:person<four}.
The quake left {90:killed:person} people dead and {200:injured:person} injured.
The slide left {two:killed:man} men dead, {five:missing:child} children missing and {60:displaced:family} families homeless.
{12:killed:person} dead, {40:injured:person} injured as ferry hits pier
{Two:killed:person} killed in bridge collapse
The death toll rose to {61:killed:person} on Friday.
Rescued alive from the rubble: {46:rescued:person}
Some {9,400:displaced:person} people, around {2,100:displaced:family} families, have lost their homes.
Anna Dorn, who buried {her:killed:husband~} husband and {a:killed:grandson~} grandson, has gone back.
The prefect's office gives the dead as {nine:killed:person}.
The number of houses destroyed rose to {40:destroyed:house}.
The army raised the number of attackers it says it killed to {12:killed:attacker}.
The number of people that the storm had killed stood at {12:killed:person}.
The number of houses in the valley rose to 40.
The freed captives, {21:rescued:woman} women and {eight:rescued:child} children, were treated.
More than {60:captured:person} people were kidnapped and {17:killed:person} killed.
The death toll from the sinking of the ferry rose to {43:killed:person} on Wednesday.
That brings the toll to {61:killed:person}, the mayor said.
The number of injured stands at {140:injured:person}.
Rescuers put the number of dead at {19:killed:person}.
The fire claimed the lives of {six:killed:firefighter} firefighters.
The storm took {17:killed:person} lives.
The flood led to the loss of {eight:killed:person} lives.
The deaths of {14:killed:sailor} sailors were confirmed.
{15:killed:person} deaths were reported in the north.
Divers found {nine:killed:person} bodies in the wreck.
{48:injured:person} people sustained injuries, {12:captured:person} were taken captive, and {five:bereaved:person} lost both parents.
{30:killed:person} people died, including {11:killed:child<30} children and {four:killed:woman<30} women.
{30:killed:person} people, including {11:killed:child<30} children, were killed.
{Six:killed:civilian} civilians, {two:killed:child<Six} of them children, died in the cellar.
{20:injured:person} people were hurt, of whom {three:injured:person<20} were in a car.
{26:killed:person} people died. {Eight:killed:woman<26} were women and {five:killed:child<26} were children.
{26:killed:person} people died. {Eight:killed:woman<26} of them were women.
Of the {11:killed:person} dead, {seven:killed:woman<11} were women.
{50:injured:person} people were injured. {Ten:injured:guard<50} of the wounded were guards.
{86:injured:person} people were injured, {12:injured:person<86} of them critically.
The navy seized {three:captured:boat} boats. The {three:captured:boat} boats were towed to port.
{Three:affected:person} people were shot. {Two:killed:person<Three} of them died.
{909:casualties:person} people were killed or wounded on the ridge.
There were {no:casualties:person!} casualties.
{No:killed:person!} one was killed.
A rebel column attacked the post, killing {eight:killed:soldier} soldiers.
{Seven:killed:man} men were killed by {two:attackers:gunman} gunmen.
{A:killed:child~} 10-year-old girl was killed.
The fire killed {a:killed:guard~} guard and {two:killed:cleaner} cleaners.
{Sixteen:rescued:hostage} hostages were freed after the raid.
The army released {five:rescued:prisoner} prisoners.
Gunmen kidnapped {three:captured:nurse} nurses and {a:captured:driver~} driver.
Police arrested {two:detained:suspect} suspects; {one:detained:suspect} is in police custody.
{Two:killed:woman} women who worked with them were murdered.
{Two:killed:guard} guards watching the bank were killed by robbers.
A man who shot {three:affected:person} people was found.
{12:killed:person} people were killed in the northern district and {10:killed:person} in the port.
{Thirty:missing:person} people are missing after the landslide.
The fate of {15:missing:sailor} sailors remains unknown.
{700:displaced:family} families were forced to flee their homes.
The flood forced the evacuation of {2,000:displaced:person} residents.
{5,600:destroyed:house} homes collapsed and nearly {11,000:damaged:house} were declared unsafe.
The hail damaged {80:damaged:house} houses and destroyed {20:destroyed:house} others.
The storm caused {5 million:damage_cost:USD} dollars in damage.
The battalion lost {nine:killed:soldier} soldiers.
{Nine:killed:family} families were completely wiped out.
Killed: {12:killed:person}
Number of displaced: {452:displaced:person}
{Dozens:displaced:family} of families fled.
{Hundreds:killed:civilian} of civilians were massacred.
{Both:killed:woman} women died.
He fatally shot {two:killed:guard} guards.
It is feared that {23:killed:person} people have died.
{23:killed:person} feared dead
{Seven:rescued:passenger} passengers survived.
{45,000:displaced:person} residents have been ordered to evacuate.
{Three:killed:child} children aged 4, 6 and 9 died in the fire.
The column killed {8:killed:soldier} soldiers, taking {3:captured:person} prisoner.
The mayor was shot, along with {two:affected:guard} guards.
{13:killed:person} bodies were seen: {eight:killed:rebel<13} rebels and {five:killed:soldier<13} soldiers.
The murder of Dr Lind, {his:killed:wife~} wife, and {two:killed:person} other people shook the town.
The cholera has made {1,870:affected:person} people ill.
""".strip().split("\n")


SILENT = (
    "The bridge is 60 years old and 40 metres long.",
    "Flight 447 left gate 12 at 9.25 on Monday.",
    "They threatened to kill 12 people.",
    "The toll could rise to 100.",
    "Twelve people were not hurt.",
    "The council has 40 members, 12 more than last year.",
    "The shop sold 300 tickets to 20 schools.",
    "Ana Reyes, 45, said so.",
    "No further details were given.",
    "There were no immediate reports of casualties.",
    "He would have killed 20 people.",
    "Five rifles and two ladders were seized.",
)


@pytest.mark.parametrize("example", SENTENCES)
def test_a_construction_is_read_as_marked(example: str) -> None:
    text, rows = unmark(example)
    assert read(text) == rows


@pytest.mark.parametrize("text", SILENT)
def test_a_number_that_befell_nobody_has_no_outcome(text: str) -> None:
    assert read(text) == []


def test_a_number_without_outcome_is_kept() -> None:
    (figure,) = figures("The shop sold 300 tickets.")
    assert (figure.quote, figure.outcome, figure.rule) == ("300", None, "unattached")


def test_a_number_over_places_has_its_place() -> None:
    north, port = figures("12 people were killed in the northern district and 10 in the port.")
    assert (north.place, port.place, port.rule) == ("the northern district", "the port", "ellipsis")


def test_an_amount_in_brackets_is_the_same_in_another_currency() -> None:
    one, other = figures("The fire caused more than 40 million euros (about 44 million US dollars) in damage.")
    assert other.equivalent_to == one.id
    assert [figure.group for figure in (one, other)] == ["EUR", "USD"]


def test_a_range_of_what_others_count_is_a_spread() -> None:
    (figure,) = figures("There is no exact figure of victims. The figures vary from more than 60 to up to 200.")
    assert (figure.spread, figure.low, figure.high) == (True, 60, 200)


def test_two_outcomes_of_one_number_are_two_figures() -> None:
    found = figures("No one was killed or injured in the raid.")
    assert [(figure.quote, figure.outcome) for figure in found] == [("No", "injured"), ("No", "killed")]


def test_bullets_under_a_lead_in_are_its_parts() -> None:
    text = "The toll:\n\n  • 60 people were killed, including:\n    • 6 children\n    • 10 women\n  • 8 families were wiped out\n"
    found = {figure.quote: figure for figure in figures(text) if figure.outcome}
    assert [found[quote].part_of for quote in ("6", "10", "8")] == [found["60"].id, found["60"].id, None]
    assert found["8"].group == "family"


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested {120:detained:person} people, 45 more than on Saturday.",
        "The flood killed {12:killed:person} people, 45 fewer than in 2029.",
        "The raid killed {12:killed:person} people, three more than last month's.",
        "No fewer than {40:killed:soldier} soldiers were killed.",
    ],
)
def test_what_a_count_differs_by_counts_nobody(text: str) -> None:
    plain, rows = unmark(text)
    assert read(plain) == rows


@pytest.mark.parametrize(
    "text",
    [
        "The army took two towns and lost one.",
        "The army took two hills, burned nine houses and lost {40:killed:soldier}.",
        "Police fired after {14:killed:person} people were killed.",
        "The raid came after {14:killed:person} people were killed.",
        "Six candidates have been shot.",
        "Rebels reported the loss of 300.",
    ],
)
def test_whose_a_verb_is(text: str) -> None:
    plain, rows = unmark(text)
    assert [row for row in read(plain) if row.outcome in ("killed", "destroyed") and row.group != "house"] == rows
