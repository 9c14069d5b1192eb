"""PyVRP (iterated local search) on a day of routes, one thread."""

import numpy
from pyvrp import Client, Depot, Location, ProblemData, VehicleType, solve

from common import Job, Routes

job = Job()
day = Routes(job.problem)
matrix = numpy.array(day.matrix, dtype=numpy.int64)
data = ProblemData(
    # Where a place lies is of no interest: all distances are in the matrix.
    locations=[Location(0, 0) for _ in day.service],
    clients=[
        Client(
            place,
            delivery=[day.demand[place]],
            service_duration=day.service[place],
            tw_early=day.earliest[place],
            tw_late=day.latest[place],
        )
        for place in range(1, len(day.service))
    ],
    depots=[Depot(0)],
    vehicle_types=[VehicleType(day.vehicles, [day.capacity], tw_early=day.open, tw_late=day.close)],
    distance_matrices=[matrix],
    duration_matrices=[matrix],
)
result = solve(data, stop=lambda _: job.is_over(), seed=job.seed, collect_stats=False)
routes = [[visit.idx + 1 for visit in route if visit.is_client()] for route in result.best.routes()]
job.write(day.placements(routes), [], result.num_iterations, day.length(routes))
