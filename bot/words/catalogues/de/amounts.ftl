### Preise, Zeiten und Listen, wie sie in anderen Sätzen stehen.

cost-unknown = Kosten unbekannt
cost-estimated = etwa { $price }

comma = {", "}
either = { $names } oder { $last }
either-of-many = { $names } oder { $more ->
        [one] { $more } weiteres
       *[other] eines von { $more } weiteren
    }
both = { $first } und { $last }
few-of-many = { $names } und { $more } weitere

seconds = { $seconds } s
minutes = { $minutes } min
minutes-and-seconds = { $minutes } min { $seconds } s
