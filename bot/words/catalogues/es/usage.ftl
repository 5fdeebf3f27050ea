### /usage, and the chart and the file that go with it.

# Drawn into the chart, in place of a name.
someone-who-left = alguien que se fue
forgotten = quienes borraron sus datos
top-askers = Quién pidió más
unknown-model = un modelo desconocido

## The first line of the file

column-day = día (UTC)
column-user-id = id de usuario
column-name = nombre
column-model = modelo
column-pictures = imágenes
column-cost = gasto en USD
column-lost = de ahí, interrumpido
column-by-server = de ahí, con la clave propia de este servidor

## A person's account

# $sums is "sums" below.
you-used = **Tu uso:** { $sums }
free-here = { you-used } Aquí son gratis.
sums = { $today } hoy y { $month } este mes.
sums-by-bot = { $today } hoy y { $month } este mes, a cuenta del bot.
by-servers = Además, las claves de algunos servidores pagaron este mes { $amount } por ti.
no-budget = Aquí no tienes límite de gasto.
budget = - { $left ->
        [one] Queda
       *[other] Quedan
    } **{ $unit ->
        [microusd] { $left } de { $limit }
       *[pictures] { $left } de { $limit } imágenes
    }** { $scope ->
        [user] para ti
        [role] para tu rol
        [server] para este servidor
       *[bot] para todo el mundo
    }{ $in_server ->
        [true] {" "}en este servidor
       *[false] {""}
    } { $period ->
        [day] hoy
       *[month] este mes
    }; se renueva { $renews }
small-print = -# Las solicitudes en curso cuentan con su precio estimado. Los días y meses son en UTC.

## A server's account

server-used = **Uso de este servidor:** { $sums }
by-own-key = Con la clave propia de este servidor: { $sums }
nobody-asked = Nadie pidió imágenes aquí en los últimos { $days } días.
askers = { top-askers } en los últimos { $days } días:
asker = { $place }. { $person }: { $amount }
by-model = Por modelo: { $models }.
lost = De ahí, en solicitudes interrumpidas a medias: { $amount }.
refusals = Solicitudes sin imagen: { $refusals }.
refusal = { $count } { $reason }
further-refusals = { $count } por otros motivos
further-models = { $count } más en el archivo

# What was used: pictures, and what they cost where they did.
pictures = { $pictures ->
        [one] { $pictures } imagen
        [many] { $pictures } de imágenes
       *[other] { $pictures } imágenes
    }
cost-of = { $pictures ->
        [one] { $pictures } imagen
        [many] { $pictures } de imágenes
       *[other] { $pictures } imágenes
    } ({ $cost })

## The chart

chart-title-microusd = Gasto por día
chart-title-pictures = Imágenes por día
chart-subtitle = Los últimos { $days } días, { $amount } en total
# Alt text. $bars are days with what they came to, $people names with the same.
chart-alt = { $title }. { $subtitle }. { $bars }; nada en los demás días. { top-askers }: { $people }.
chart-bar = { $name }: { $amount }
