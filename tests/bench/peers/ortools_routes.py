"""OR-Tools' routing library on a day of routes: cheapest insertion, then guided local search, one thread."""

from ortools.constraint_solver import pywrapcp
from ortools.constraint_solver.routing_enums_pb2 import FirstSolutionStrategy, LocalSearchMetaheuristic

from common import Job, Routes

job = Job()
day = Routes(job.problem)
places = range(len(day.service))
nodes = pywrapcp.RoutingIndexManager(len(places), day.vehicles, 0)
model = pywrapcp.RoutingModel(nodes)
model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(day.matrix))
load = model.RegisterUnaryTransitVector(day.demand)
model.AddDimension(load, 0, day.capacity, True, "load")
spent = model.RegisterTransitMatrix([[day.service[a] + day.matrix[a][b] for b in places] for a in places])
model.AddDimension(spent, day.close, day.close, False, "time")
for place in places[1:]:
    start = model.GetDimensionOrDie("time").CumulVar(nodes.NodeToIndex(place))
    start.SetRange(day.earliest[place], day.latest[place])
model.AddSearchMonitor(model.solver().CustomLimit(job.is_over))
solutions = 0


def count():
    global solutions
    solutions += 1


model.AddAtSolutionCallback(count)
parameters = pywrapcp.DefaultRoutingSearchParameters()
parameters.first_solution_strategy = FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
parameters.local_search_metaheuristic = LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
# Guided local search wants a limit of its own to be set; the one above ends it.
parameters.time_limit.FromSeconds(round(100 * job.seconds) + 1)
found = model.SolveWithParameters(parameters)
if found is None:
    raise SystemExit("no plan found in time")
routes = []
for vehicle in range(day.vehicles):
    index, route = found.Value(model.NextVar(model.Start(vehicle))), []
    while not model.IsEnd(index):
        route.append(nodes.IndexToNode(index))
        index = found.Value(model.NextVar(index))
    routes.append(route)
job.write(day.placements(routes), [], solutions, day.length(routes))
