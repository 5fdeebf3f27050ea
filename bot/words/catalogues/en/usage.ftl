### /usage, and the chart and the file that go with it.

# Drawn into the chart, in place of a name.
someone-who-left = someone who left
forgotten = someone who had all of theirs deleted
top-askers = Who asked most
unknown-model = an unknown model

## The first line of the file

column-day = day (UTC)
column-user-id = user id
column-name = name
column-model = model
column-pictures = pictures
column-cost = cost in USD
column-lost = of it cut off
column-by-server = of it by this server's own key

## A person's account

# $sums is "sums" below.
you-used = **You** used { $sums }
free-here = { you-used } They are free here.
sums = { $today } today and { $month } this month.
sums-by-bot = { $today } today and { $month } this month, paid by the bot.
by-servers = Besides, servers' own keys paid { $amount } of yours this month.
no-budget = No budget holds you down here.
budget = - **{ $unit ->
        [microusd] { $left } of { $limit }
       *[pictures] { $left } of { $limit } pictures
    }** left { $scope ->
        [user] for you
        [role] for you, by your role,
        [server] for this server
       *[bot] for everybody together
    }{ $in_server ->
        [true] {" "}in this server
       *[false] {""}
    } { $period ->
        [day] today
       *[month] this month
    }, renewed { $renews }
small-print = -# Open requests count with their estimate, and days and months are those of UTC.

## A server's account

server-used = **This server** used { $sums }
by-own-key = Paid by this server's own key: { $sums }
nobody-asked = Nobody asked for a picture here in the last { $days } days.
askers = { top-askers } in the last { $days } days:
asker = { $place }. { $person }: { $amount }
by-model = By model: { $models }.
lost = Of this, { $amount } went to requests that were cut off while they were drawn.
refusals = Without a picture: { $refusals }.
refusal = { $count } { $reason }
further-refusals = { $count } for other reasons
further-models = { $count } more in the file

# What was used: pictures, and what they cost where they did.
pictures = { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    }
cost-of = { $cost } for { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    }

## The chart

chart-title-microusd = Cost per day
chart-title-pictures = Pictures per day
chart-subtitle = The last { $days } days, { $amount } in all
# Alt text. $bars are days with what they came to, $people names with the same.
chart-alt = { $title }. { $subtitle }. { $bars }; nothing on other days. { top-askers }: { $people }.
chart-bar = { $name }: { $amount }
