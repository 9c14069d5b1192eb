"""What the peers have in common: the problem they read, the clock they go by, the plan they write.

    python PEER.py PROBLEM OUT SECONDS SEED WORKERS

PROBLEM is the optimizer's own problem (`--problem` of the benchmarks), so that a peer solves exactly what we solve; OUT
gets a plan, which our checker judges and our cost function prices (`--plan`). SECONDS are CPU seconds of this process,
all its threads and its start included.
"""

import json
import sys
import time

# Places of the cost terms in `prices`, in the order of `CostTerm`.
TRAVEL, PREFERENCE, WORKLOAD, RESERVE = 6, 12, 15, 20


class Job:
    """What is to be solved, and with what."""

    def __init__(self):
        problem, self.out, seconds, seed, workers = sys.argv[1:6]
        with open(problem, encoding="utf-8") as file:
            self.problem = json.load(file)
        self.seconds, self.seed, self.workers = float(seconds), int(seed), int(workers)

    def is_over(self):
        """True once the CPU seconds are used up."""
        return time.process_time() >= self.seconds

    def write(self, placements, seats, steps, objective):
        """Writes the plan. `objective` is its cost as the peer counts it, to be compared with ours."""
        record = {
            "plan": {"placements": placements, "seats": seats},
            "steps": steps,
            "seconds": time.process_time(),
            "speed": round(steps / time.process_time()),
            "objective": objective,
        }
        with open(self.out, "w", encoding="utf-8") as file:
            json.dump(record, file)


class Routes:
    """A day of visits by like vehicles, each of them a clinician-day, as numbers by place: 0 is the depot."""

    def __init__(self, problem):
        places, sessions, duty = problem["travel"]["num_places"], problem["sessions"], problem["duties"][0]
        ways = problem["travel"]["minutes"]
        self.matrix = [ways[place * places:(place + 1) * places] for place in range(places)]
        self.vehicles, self.capacity = len(problem["duties"]), duty["points_cap"]
        self.open, self.close = duty["windows"][0]
        self.service, self.demand, self.earliest, self.latest = [0], [0], [self.open], [self.close]
        for place, session in enumerate(sessions, start=1):
            part, (opens, ends) = session["parts"][0], session["windows"][0]
            assert session["choices"][0]["place"] == place, "visit n is at place n"
            self.service.append(part["minutes"])
            self.demand.append(part["points"])
            self.earliest.append(opens)
            self.latest.append(ends - part["minutes"])

    def length(self, routes):
        """The sum of all ways."""
        stops = [[0, *route, 0] for route in routes]
        return sum(self.matrix[a][b] for route in stops for a, b in zip(route, route[1:]))

    def placements(self, routes):
        """The plan of these routes: every visit as early as its route allows."""
        placements = [None] * (len(self.service) - 1)
        for vehicle, route in enumerate(route for route in routes if route):
            time_of_day, at = self.open, 0
            for place in route:
                time_of_day = max(time_of_day + self.matrix[at][place], self.earliest[place])
                part = {"clinician": vehicle, "start": time_of_day}
                placements[place - 1] = {"start": time_of_day, "choice": 0, "room": None, "parts": [part]}
                time_of_day, at = time_of_day + self.service[place], place
        return placements
