### /usage, and the chart and the file that go with it.

# Drawn into the chart, in place of a name.
someone-who-left = someone who left
forgotten = people who deleted their data
top-askers = Most active
unknown-model = an unknown model

## The first line of the file

column-day = day (UTC)
column-user-id = user id
column-name = name
column-model = model
column-pictures = pictures
column-cost = cost in USD
column-lost = of which cut off
column-by-server = of which paid by this server's own key

## A person's usage

# $sums is "sums" below.
you-used = **You've** used { $sums }
free-here = { you-used } Pictures are free here.
sums = { $today } today and { $month } this month.
sums-by-bot = { $today } today and { $month } this month, paid by the bot.
by-servers = Servers' own keys also paid { $amount } for you this month.
no-budget = There is no spending limit for you here.
budget = - **{ $unit ->
        [microusd] { $left } of { $limit }
       *[pictures] { $left } of { $limit ->
            [one] { $limit } picture
           *[other] { $limit } pictures
        }
    }** left { $scope ->
        [user] for you
        [role] for your role
        [server] for this server
       *[bot] for everyone together
    }{ $in_server ->
        [true] {" "}in this server
       *[false] {""}
    } { $period ->
        [day] today
       *[month] this month
    }; resets { $renews }
small-print = -# Unfinished requests count at their estimated cost. Days and months are in UTC.

## A server's usage

server-used = **This server** has used { $sums }
by-own-key = Paid by this server's own key: { $sums }
nobody-asked = Nobody has made a picture here in the last { $days ->
        [one] day
       *[other] { $days } days
    }.
askers = { top-askers } in the last { $days ->
        [one] day
       *[other] { $days } days
    }:
asker = { $place }. { $person }: { $amount }
by-model = By model: { $models }.
lost = This includes { $amount } for requests that were cut off while being drawn.
refusals = No picture made: { $refusals }.
refusal = { $count } { $reason }
further-refusals = { $count } for other reasons
further-models = { $count } more in the file

# What was used: pictures, and what they cost if they weren't free.
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
chart-subtitle = Last { $days ->
        [one] day
       *[other] { $days } days
    }, { $amount } in total
# Alt text. $bars are days with their amounts, $people names with theirs.
chart-alt = { $title }. { $subtitle }. { $bars }; nothing on other days. { top-askers }: { $people }.
chart-bar = { $name }: { $amount }
