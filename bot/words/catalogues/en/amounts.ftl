### Prices, times and lists, as parts of other sentences.

cost-unknown = cost unknown
# $price is an amount of dollars.
cost-estimated = about { $price }

# Between the entries of a list.
comma = {", "}
# A list of at least two; $names are all but the last.
either = { $names } or { $last }
# $more is how many others there are.
either-of-many = { $names } or { $more ->
        [one] { $more } other
       *[other] { $more } others
    }
both = { $first } and { $last }
few-of-many = { $names } and { $more } more

seconds = { $seconds } s
minutes = { $minutes } min
minutes-and-seconds = { $minutes } min { $seconds } s
