"""CP-SAT with intervals: one variable for the start of each session, optional intervals for who and where."""

from collections import defaultdict

from ortools.sat.python.cp_model import Domain

from week import Week

week = Week()
model, sessions = week.model, week.sessions
clinician_busy, patient_busy, room_busy = defaultdict(list), defaultdict(list), defaultdict(list)
load, day_load, used = defaultdict(list), defaultdict(list), defaultdict(list)
start, here, days, who, where, seat = {}, {}, {}, {}, {}, {}


def only_at(variable, allowed, all_allowed, literals):
    """The variable takes one of these values if the literals hold."""
    if allowed != all_allowed:
        model.add_linear_expression_in_domain(variable, Domain.from_values(sorted(allowed))).only_enforce_if(literals)


def optional(begin, minutes, literal):
    return model.new_optional_fixed_size_interval_var(begin, minutes, literal, "")


def add_session(s, session):
    inside, parts, rooms = week.offers[s]
    week.fixed += session["unplaced_cents"]
    if not inside:
        return
    t = start[s] = model.new_int_var_from_domain(Domain.from_values(sorted(inside)), "")
    p = here[s] = model.new_bool_var("")
    week.pay(-session["unplaced_cents"], p)
    days[s] = {day: model.new_bool_var("") for day in sorted({week.day(each) for each in inside})}
    model.add(sum(days[s].values()) == p)
    for day, literal in days[s].items():
        only_at(t, {each for each in inside if week.day(each) == day}, inside, [literal])
    who[s] = [add_part(s, part, offers, inside) for part, offers in zip(session["parts"], parts)]
    for c in set().union(*who[s]):
        model.add_at_most_one(literals[c] for literals in who[s] if c in literals)
    # Parts that the same people can take are alike: the lower number takes the first.
    for (a, first), (b, second) in zip(zip(parts, who[s]), list(zip(parts, who[s]))[1:]):
        if a == b:
            model.add(sum(c * x for c, x in first.items()) <= sum(c * x for c, x in second.items()))
    if rooms:
        where[s] = {k: p if len(rooms) == 1 else model.new_bool_var("") for k in rooms}
        model.add(sum(where[s].values()) == p)
        for k, literal in where[s].items():
            only_at(t, rooms[k], inside, [literal])
            room_busy[k].append(optional(t, session["minutes"], literal))
            week.pay(week.room_cents(session, k), literal)
    if session["patient"] is not None:
        patient_busy[session["patient"]].append(optional(t, session["minutes"], p))
    for draw in session["draws"]:
        used[draw["budget"]].append((draw["units"], p))
    unwished = week.outside(session) & inside
    if unwished:
        literal = model.new_bool_var("")
        model.add_implication(literal, p)
        if inside - unwished:
            only_at(t, inside - unwished, inside, [p, ~literal])
        else:
            model.add(literal == p)
        week.pay(week.unwished_cents(session), literal)


def add_part(s, part, offers, inside):
    literals = {}
    for entry in part["eligible"]:
        c = entry["clinician"]
        if c not in offers:
            continue
        literal = literals[c] = model.new_bool_var("")
        only_at(start[s], offers[c], inside, [literal])
        clinician_busy[c].append(optional(start[s] - part["before"], week.length(part), literal))
        load[c].append((week.length(part), literal))
        week.pay(entry["continuity"], literal)
    model.add(sum(literals.values()) == here[s])
    for day, literal in days[s].items():
        day_load[day].append((week.length(part), literal))
    return literals


def add_seats(o, order):
    week.fixed += order["count"] * order["empty_cents"]
    given = []
    for s in order["options"]:
        allowed = week.seat_starts(order, sessions[s]) & week.offers[s][0]
        if not allowed:
            continue
        literal = seat[o, s] = model.new_bool_var("")
        given.append(literal)
        model.add_implication(literal, here[s])
        only_at(start[s], allowed, week.offers[s][0], [literal])
        patient_busy[order["patient"]].append(optional(start[s], sessions[s]["minutes"], literal))
        for draw in order["draws"]:
            used[draw["budget"]].append((draw["units"], literal))
        week.pay(-order["empty_cents"], literal)
    model.add(sum(given) <= order["count"])


for s, session in enumerate(sessions):
    add_session(s, session)
for o, order in enumerate(week.orders):
    add_seats(o, order)
for s, session in enumerate(sessions):
    if session["seats"]:
        model.add(sum(literal for (_, of), literal in seat.items() if of == s) <= session["seats"]["max"])
for busy in [*clinician_busy.values(), *patient_busy.values()]:
    model.add_no_overlap(busy)
for k, busy in room_busy.items():
    model.add_cumulative(busy, [1] * len(busy), week.problem["room_classes"][k]["count"])
for spacing in week.problem["spacings"]:
    for d, x in days.get(spacing["a"], {}).items():
        for e, y in days.get(spacing["b"], {}).items():
            if abs(d - e) < spacing["min_days"]:
                model.add_bool_or([~x, ~y])
week.limit_budgets(used)
week.price_loads(load, day_load)


def placed(value):
    pick = lambda literals: next((key for key, literal in literals.items() if value(literal)), None)
    return [(s, value(start[s]), pick(where.get(s, {})), [pick(part) for part in who[s]]) for s in here if value(here[s])]


week.solve(placed, lambda value: [pair for pair, literal in seat.items() if value(literal)])
