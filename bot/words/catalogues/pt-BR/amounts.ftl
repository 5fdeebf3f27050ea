### Prices, times and lists, as they stand within other sentences.

cost-unknown = preço desconhecido
# $price is an amount of dollars.
cost-estimated = cerca de { $price }

comma = {", "}
either = { $names } ou { $last }
either-of-many = { $names } ou um de mais { $more }
both = { $first } e { $last }
few-of-many = { $names } e mais { $more }

seconds = { $seconds } s
minutes = { $minutes } min
minutes-and-seconds = { $minutes } min { $seconds } s
