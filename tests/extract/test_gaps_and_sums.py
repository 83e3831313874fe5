"""Numbers whose verb, noun or whole stands in what was said before them: gaps, rows, and what the report reckons itself."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "language"))

from marked_figures import figures, read, unmark

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
Police say {13:injured:person} were hurt. That makes four without the shooter, five with him.
{Thirty-nine:captured:guest} guests were taken hostage. {Eleven:rescued:guest<Thirty-nine} more walked out, so that leaves {28:captured:guest<Thirty-nine}.
{Seventeen:killed:person} people died. {Two:killed:person} more have died in hospital, making it {19:killed:person} in all.
The camp took in {400:displaced:person} displaced people and {120:displaced:person<400} are still there.
A storm killed {nine:killed:person} people, and {19:missing:person} were missing. Seven of these had turned up by noon.
{Nine:killed:person} people, including {four:killed:child<Nine} children, were killed by snakes and {five:killed:person} by electrocution.
"""


@pytest.mark.parametrize("marked", SENTENCES.strip().splitlines())
def test_figures_are_read_as_marked(marked: str) -> None:
    text, wanted = unmark(marked)
    assert read(text) == wanted


@pytest.mark.parametrize("marked", SENTENCES.strip().splitlines())
def test_what_a_part_goes_back_to_is_a_figure(marked: str) -> None:
    found = figures(unmark(marked)[0])
    assert {figure.part_of for figure in found} - {None} <= {figure.id for figure in found}
