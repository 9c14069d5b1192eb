"""A week of sessions as CP-SAT's models see it: who can begin what when, what it costs, and the way back to a plan."""

from collections import defaultdict
from threading import Event, Thread

from ortools.sat.python import cp_model

from common import PREFERENCE, RESERVE, WORKLOAD, Job


class Week:
    """The problem, with the starts that each session, clinician and room allows."""

    def __init__(self):
        self.job = Job()
        problem = self.problem = self.job.problem
        self.sessions, self.orders = problem["sessions"], problem["seat_orders"]
        self.prices, self.rules = problem["prices"], problem["rules"]
        self.hours = defaultdict(list)
        for duty in problem["duties"]:
            self.hours[duty["clinician"]] += duty["windows"]
        self.offers = [self._offers(session) for session in self.sessions]
        self.model = cp_model.CpModel()
        # Amounts and the literals or variables they are paid for; what is paid in any case.
        self.cost, self.fixed = [], 0

    def day(self, start):
        return start // self.problem["day_min"]

    def _offers(self, session):
        """Starts of the session by clinician for each part, and by room class; only those that all of them allow."""
        minutes, choice = session["minutes"], session["choices"][0]
        inside = starts(session["windows"], minutes)
        parts = []
        for part in session["parts"]:
            before, after = part["before"], part["minutes"] + part["after"]
            eligible = {entry["clinician"]: entry for entry in part["eligible"]}
            by = {c: starts(self.hours[c], after, before) & inside for c in eligible}
            parts.append({c: found for c, found in by.items() if found})
        classes = self.problem["room_classes"]
        rooms = {k: starts(classes[k]["open"], minutes) & inside for k in choice["room_classes"]}
        for part in parts:
            inside &= set().union(*part.values())
        if rooms:
            inside &= set().union(*rooms.values())
        keep = lambda by: {key: found & inside for key, found in by.items() if found & inside}
        return inside, [keep(part) for part in parts], keep(rooms)

    def length(self, part):
        """Minutes for which a part books its clinician."""
        return part["before"] + part["minutes"] + part["after"]

    def outside(self, session):
        """Starts that are not as wished."""
        wished = starts(session["preferred"], session["minutes"])
        return set() if not session["preferred"] else starts(session["windows"], session["minutes"]) - wished

    def unwished_cents(self, session):
        """What such a start costs: every part of the session minds it."""
        return len(session["parts"]) * self.prices[PREFERENCE]

    def seat_starts(self, order, session):
        """Starts of a group session at which the patient of a seat order can come."""
        windows = self.problem["patients"][order["patient"]]["windows"]
        return starts(windows, session["minutes"])

    def room_cents(self, session, room_class):
        """What another room than the first choice costs."""
        choice = session["choices"][0]
        return choice["second_room"] if room_class != choice["room_classes"][0] else 0

    def pay(self, cents, literal):
        if cents:
            self.cost.append((cents, literal))

    def price_loads(self, by_clinician, by_day):
        """Prices booked minutes, as (minutes, literal), above the targets of clinicians and the limits of days."""
        clinicians = self.problem["clinicians"]
        limits = [(by_clinician[c], entry["target_week_min"], WORKLOAD) for c, entry in enumerate(clinicians)]
        limits += [(by_day[d], limit, RESERVE) for d, limit in enumerate(self.rules["day_limits_min"])]
        for load, limit, term in limits:
            most = sum(minutes for minutes, _ in load)
            if most > limit:
                over = self.model.new_int_var(0, most - limit, "")
                self.model.add(over >= sum(minutes * literal for minutes, literal in load) - limit)
                self.pay(self.prices[term], over)

    def limit_budgets(self, used):
        """Keeps the units used, as (units, literal) by budget, within what there is."""
        for budget, entry in enumerate(self.problem["budgets"]):
            if sum(units for units, _ in used[budget]) > entry["units"]:
                self.model.add(sum(units * literal for units, literal in used[budget]) <= entry["units"])

    def solve(self, placed, seated):
        """Minimizes the cost within the CPU seconds and writes the best plan. `placed` gives (session, start, room
        class, clinicians) of what a solution places, `seated` (seat order, session) of the seats it gives."""
        self.model.minimize(sum(cents * literal for cents, literal in self.cost) + self.fixed)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = self.job.workers
        solver.parameters.random_seed = self.job.seed
        done = Event()

        def watch():
            while not done.wait(0.02):
                if self.job.is_over():
                    solver.stop_search()
                    return

        Thread(target=watch, daemon=True).start()
        status = solver.solve(self.model)
        done.set()
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise SystemExit(f"no plan found in time ({solver.status_name(status)})")
        self._write(sorted(placed(solver.value), key=lambda row: row[1]), seated(solver.value), round(solver.objective_value))

    def _write(self, placed, seated, objective):
        rooms, free_from = self.problem["rooms"], defaultdict(int)
        placements = [None] * len(self.sessions)
        for session, start, room_class, clinicians in placed:
            room = None
            if room_class is not None:
                # Never more of a class at once than there are: by order of start, one is always free.
                room = next(r for r, entry in enumerate(rooms) if entry["class"] == room_class and free_from[r] <= start)
                free_from[room] = start + self.sessions[session]["minutes"]
            parts = [{"clinician": clinician, "start": start} for clinician in clinicians]
            placements[session] = {"start": start, "choice": 0, "room": room, "parts": parts}
        seats = [sorted(session for of, session in seated if of == order) for order in range(len(self.orders))]
        self.job.write(placements, seats, 0, objective)


def starts(windows, minutes, before=0):
    """Starts of something that takes `minutes` from its start and `before` ahead of it, inside one of the windows."""
    return {start for opens, ends in windows for start in range(opens + before, ends - minutes + 1)}
