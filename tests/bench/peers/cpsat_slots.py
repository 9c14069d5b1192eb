"""CP-SAT with a Boolean for every clinician, room class and start of each session, and none but linear constraints."""

from collections import defaultdict

from week import Week

week = Week()
model, sessions = week.model, week.sessions
# Literals of what is in use at a minute; of each session by start and by day; of each choice.
alone, rooms_in_use = defaultdict(list), defaultdict(list)
by_start, by_day = defaultdict(lambda: defaultdict(list)), defaultdict(lambda: defaultdict(list))
load, day_load, used = defaultdict(list), defaultdict(list), defaultdict(list)
choices, seat = [], {}


def book(kind, idx, begin, minutes, literal):
    for minute in range(begin, begin + minutes):
        alone[kind, idx, minute].append(literal)


def add_choice(s, t, k, clinicians):
    """One way to place a session. `clinicians` has (clinician, literal) by part; one literal alone is the choice itself."""
    session = sessions[s]
    literal = model.new_bool_var("")
    choices.append((literal, s, t, k, clinicians(literal)))
    by_start[s][t].append(literal)
    by_day[s][week.day(t)].append(literal)
    cents = -session["unplaced_cents"] + (week.room_cents(session, k) if k is not None else 0)
    if t in week.outside(session):
        cents += week.unwished_cents(session)
    week.pay(cents, literal)
    if k is not None:
        for minute in range(t, t + session["minutes"]):
            rooms_in_use[k, minute].append(literal)
    if session["patient"] is not None:
        book("patient", session["patient"], t, session["minutes"], literal)
    for draw in session["draws"]:
        used[draw["budget"]].append((draw["units"], literal))
    for part in session["parts"]:
        day_load[week.day(t)].append((week.length(part), literal))
    for own, literals in enumerate(choices[-1][4]):
        part = session["parts"][own]
        for c, of in literals:
            book("clinician", c, t - part["before"], week.length(part), of)
            load[c].append((week.length(part), of))
            week.pay(next(e["continuity"] for e in part["eligible"] if e["clinician"] == c), of)


def several(offers, t):
    """Who takes each part is decided apart from when and where."""

    def clinicians(literal):
        parts = [[(c, model.new_bool_var("")) for c, found in part.items() if t in found] for part in offers]
        for part in parts:
            model.add(sum(of for _, of in part) == literal)
        for c in {c for part in parts for c, _ in part}:
            model.add_at_most_one(of for part in parts for other, of in part if other == c)
        return parts

    return clinicians


for s, session in enumerate(sessions):
    week.fixed += session["unplaced_cents"]
    inside, offers, rooms = week.offers[s]
    for t in sorted(inside):
        for k in [k for k, found in rooms.items() if t in found] if rooms else [None]:
            if len(offers) > 1:
                add_choice(s, t, k, several(offers, t))
                continue
            for c in [c for c, found in offers[0].items() if t in found]:
                add_choice(s, t, k, lambda literal, c=c: [[(c, literal)]])
    if by_start[s]:
        model.add_at_most_one(literal for literals in by_start[s].values() for literal in literals)
for o, order in enumerate(week.orders):
    week.fixed += order["count"] * order["empty_cents"]
    given = []
    for s in order["options"]:
        for t in sorted(week.seat_starts(order, sessions[s]) & by_start[s].keys()):
            literal = seat[o, s, t] = model.new_bool_var("")
            given.append(literal)
            model.add(sum(by_start[s][t]) >= literal)
            book("patient", order["patient"], t, sessions[s]["minutes"], literal)
            for draw in order["draws"]:
                used[draw["budget"]].append((draw["units"], literal))
            week.pay(-order["empty_cents"], literal)
    model.add(sum(given) <= order["count"])
for s, session in enumerate(sessions):
    if session["seats"]:
        model.add(sum(literal for (_, of, _), literal in seat.items() if of == s) <= session["seats"]["max"])
for literals in alone.values():
    if len(literals) > 1:
        model.add_at_most_one(literals)
for (k, _), literals in rooms_in_use.items():
    if len(literals) > week.problem["room_classes"][k]["count"]:
        model.add(sum(literals) <= week.problem["room_classes"][k]["count"])
for spacing in week.problem["spacings"]:
    a, b, apart = spacing["a"], spacing["b"], spacing["min_days"]
    for first in range(week.problem["num_days"] - apart + 1):
        near = [literal for s in (a, b) for day in range(first, first + apart) for literal in by_day[s][day]]
        model.add_at_most_one(near)
week.limit_budgets(used)
week.price_loads(load, day_load)


def placed(value):
    pick = lambda part: next(c for c, literal in part if value(literal))
    return [(s, t, k, [pick(part) for part in parts]) for literal, s, t, k, parts in choices if value(literal)]


week.solve(placed, lambda value: [(o, s) for (o, s, _), literal in seat.items() if value(literal)])
