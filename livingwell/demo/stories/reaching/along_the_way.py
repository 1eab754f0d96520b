"""How people part of the way are reached: missed appointments, a long silence, and one whom nobody has asked yet."""

from livingwell.demo.stories.reaching.aoife import AOIFE
from livingwell.demo.stories.reaching.chen import CHEN
from livingwell.demo.stories.reaching.ellis import ELLIS
from livingwell.demo.stories.reaching.grace import GRACE
from livingwell.demo.stories.reaching.hana import HANA
from livingwell.demo.stories.reaching.harry import HARRY
from livingwell.demo.stories.reaching.ivy import IVY
from livingwell.demo.stories.reaching.peter import PETER
from livingwell.demo.stories.reaching.rashid import RASHID
from livingwell.demo.stories.reaching.tomasz import TOMASZ
from livingwell.demo.stories.reaching.zainab import ZAINAB

REACHED = (TOMASZ, GRACE, PETER, HANA, ELLIS, CHEN, AOIFE, ZAINAB, HARRY, IVY, RASHID)
