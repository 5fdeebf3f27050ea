### Prices, times and lists, as they stand within other sentences.

cost-unknown = cost unknown
# $price is an amount of dollars.
cost-estimated = about { $price }

# Between the entries of a list.
comma = {", "}
# A list of at least two, of which $names are all but the last.
either = { $names } or { $last }
# $more is how many further ones there are.
either-of-many = { $names } or one of { $more } more
both = { $first } and { $last }
few-of-many = { $names } and { $more } more

seconds = { $seconds } s
minutes = { $minutes } min
minutes-and-seconds = { $minutes } min { $seconds } s
