### Prices, times and lists, as they stand within other sentences.

cost-unknown = precio desconocido
# $price is an amount of dollars.
cost-estimated = aprox. { $price }

comma = {", "}
either = { $names } o { $last }
either-of-many = { $names } o uno de { $more } más
# A comma, not "y": before "Insertar enlaces" that would have to be "e". Sentences introduce such lists with a colon.
both = { $first }, { $last }
few-of-many = { $names } y { $more } más

seconds = { $seconds } s
minutes = { $minutes } min
minutes-and-seconds = { $minutes } min { $seconds } s
