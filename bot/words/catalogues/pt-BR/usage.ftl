### /usage, and the chart and the file that go with it.

# Drawn into the chart, in place of a name.
someone-who-left = alguém que saiu
forgotten = quem apagou os próprios dados
top-askers = Quem mais pediu
unknown-model = um modelo desconhecido

## The first line of the file

column-day = dia (UTC)
column-user-id = id de usuário
column-name = nome
column-model = modelo
column-pictures = imagens
column-cost = gasto em USD
column-lost = disso, interrompido
column-by-server = disso, com a chave própria deste servidor

## A person's account

# $sums is "sums" below.
you-used = **Seu uso:** { $sums }
free-here = { you-used } Aqui são grátis.
sums = { $today } hoje e { $month } este mês.
sums-by-bot = { $today } hoje e { $month } este mês, por conta do bot.
by-servers = Além disso, as chaves de alguns servidores pagaram este mês { $amount } por você.
no-budget = Você não tem limite de gastos aqui.
budget = - { $left ->
        [1] Resta
       *[other] Restam
    } **{ $unit ->
        [microusd] { $left } de { $limit }
       *[pictures] { $left } de { $limit } imagens
    }** { $scope ->
        [user] para você
        [role] para o seu cargo
        [server] para este servidor
       *[bot] para todo mundo
    }{ $in_server ->
        [true] {" "}neste servidor
       *[false] {""}
    } { $period ->
        [day] hoje
       *[month] este mês
    }; renova { $renews }
small-print = -# Pedidos em andamento contam com o preço estimado. Dias e meses são em UTC.

## A server's account

server-used = **Uso deste servidor:** { $sums }
by-own-key = Com a chave própria deste servidor: { $sums }
nobody-asked = Ninguém pediu imagens aqui nos últimos { $days } dias.
askers = { top-askers } nos últimos { $days } dias:
asker = { $place }. { $person }: { $amount }
by-model = Por modelo: { $models }.
lost = Disso, em pedidos interrompidos no meio: { $amount }.
refusals = Pedidos sem imagem: { $refusals }.
refusal = { $count } { $reason }
further-refusals = { $count } por outros motivos
further-models = mais { $count } no arquivo

# What was used: pictures, and what they cost where they did.
pictures = { $pictures ->
        [0] nenhuma imagem
        [one] { $pictures } imagem
        [many] { $pictures } de imagens
       *[other] { $pictures } imagens
    }
cost-of = { $pictures ->
        [0] nenhuma imagem
        [one] { $pictures } imagem
        [many] { $pictures } de imagens
       *[other] { $pictures } imagens
    } ({ $cost })

## The chart

chart-title-microusd = Gasto por dia
chart-title-pictures = Imagens por dia
chart-subtitle = Últimos { $days } dias, { $amount } no total
# Alt text. $bars are days with what they came to, $people names with the same.
chart-alt = { $title }. { $subtitle }. { $bars }; nada nos outros dias. { top-askers }: { $people }.
chart-bar = { $name }: { $amount }
