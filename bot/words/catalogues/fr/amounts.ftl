### Prix, durées et listes, tels qu'ils figurent dans d'autres phrases.

cost-unknown = coût inconnu
cost-estimated = environ { $price }

comma = {", "}
either = { $names } ou { $last }
either-of-many = { $names } ou { $more ->
        [one] { $more } autre
       *[other] l'un des { $more } autres
    }
both = { $first } et { $last }
few-of-many = { $names } et { $more ->
        [one] { $more } autre
       *[other] { $more } autres
    }

seconds = { $seconds } s
minutes = { $minutes } min
minutes-and-seconds = { $minutes } min { $seconds } s
