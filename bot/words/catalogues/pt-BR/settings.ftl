### /settings: its parts, selects, buttons and forms, and what it says of each part.

## The message; its title, text and the select of its parts

# At the top; at most 256 characters.
overview-title = Easel neste servidor
overview-intro = O que você configura aqui vale antes dos valores do bot. Escolha abaixo o que quer mudar.
# The select; at most 150 characters.
overview-section = O que você quer mudar

## Its parts, in their order, at most 100 characters each

section-channels = Canais e galeria
section-who = Quem e onde
section-models = Modelos e opções
section-defaults = Valores padrão
section-budgets = Limites
section-friendly = Moderação
section-privacy = Privacidade
section-key = Chave própria

## Selects, at most 150 characters each

select-gallery-channel-id = Galeria: um canal de texto ou um fórum
select-reports-channel-id = Denúncias: um canal que a moderação lê
select-language = Idioma das respostas públicas: vazio, o do servidor
select-doing = Para quê
select-where = Onde: vazio, em todo lugar
select-whose = Para quais cargos: vazio, para todo mundo
select-models = Modelos: vazio, todos
select-qualities = Qualidades: vazio, todas
select-sizes = Tamanhos: vazio, todos
select-default-model = Modelo: vazio, o do bot
select-default-quality = Qualidade: vazio, a do bot
select-default-size = Tamanho: vazio, o do bot
select-moderation = Quanto o serviço de imagens filtra
select-low-moderation-channel-ids = Canais com restrição de idade que filtram o mínimo
select-budget = Limite para um cargo: escolha o cargo

## Buttons, at most 80 characters each

button-weekly-on = Publicar as imagens da semana
button-weekly-off = Não publicar as imagens da semana
button-streaming-on = Mostrar as imagens enquanto são geradas
button-streaming-off = Não mostrar as imagens enquanto são geradas
button-masked-edits-on = Com máscara: manter o resto exato
button-masked-edits-off = Com máscara: deixar como o modelo gerar
button-uploads-on = Permitir editar o que os membros enviam
button-uploads-off = Não permitir editar o que outras pessoas enviam
button-n-limit = Imagens por pedido
button-default-n = Imagens por pedido
button-user = Limite de cada membro
button-server = Limite do servidor
button-limits = Pedidos em andamento
button-words = Palavras bloqueadas
button-correct = Corrigir

## What can be opened to some channels and roles alone, at most 100 characters each

doing-imagine = Criar imagens com palavras
doing-edit = Editar imagens
doing-share = Compartilhar na galeria

## How strict the images service is; the first word is its own name for it; at most 100 characters each

moderation-auto = auto: o filtro normal do serviço de imagens
moderation-low = low: o filtro mínimo que ele oferece

## Titles of forms, at most 45 characters each

form-n-limit = Máximo de imagens por pedido
form-default-n = Imagens se ninguém disser quantas
form-user = Limite de cada membro
form-role = Limite de cada membro de um cargo
form-server = Limite do servidor inteiro
form-limits = Pedidos em andamento ao mesmo tempo
form-words = Palavras e frases bloqueadas

## Fields of forms, at most 45 characters each

field-n-limit = Imagens
field-default-n = Imagens
field-pictures-day = Imagens por dia
field-pictures-month = Imagens por mês
field-microusd-day = Dólares por dia
field-microusd-month = Dólares por mês
field-jobs-per-user = De um membro
field-jobs-per-server = Do servidor inteiro
field-words = Uma palavra ou frase por linha

## Under fields, at most 100 characters each

empty-is-inherited = Vazio: o valor do bot
words-hint = Valem inteiras, sem diferenciar maiúsculas, acentos nem letras parecidas

## What was typed and does not go

# $field is the name of a field of a form.
not-a-count = **{ $field }**: “{ $typed }” não é um número de { $least } a { $most }. Nada mudou; corrija com o botão abaixo.
not-an-amount = **{ $field }**: “{ $typed }” não é { $unit ->
        [pictures] um número inteiro como 20
       *[dollars] um valor como 2,50
    }. Nada mudou; corrija com o botão abaixo.
quoted = “{ $typed }”
words-left-out = { $full ->
        [true] Não cabem na lista
       *[false] Não têm letras nem números
    }: { $words }. O resto foi guardado.

## What is set, and what the bot has by itself

line = **{ $name }**: { $value }
line-inherited = **{ $name }**: *padrão: { $value }*
line-name-gallery = Galeria
line-name-reports = Denúncias
line-name-weekly = Imagens da semana
line-name-language = Idioma
line-name-models = Modelos
line-name-qualities = Qualidades
line-name-sizes = Tamanhos
line-name-n-limit = Imagens por pedido
line-name-streaming = Mostrar enquanto são geradas
line-name-masked-edits = Edições com máscara
masked-edits-exact = exatas, só muda o que foi marcado
masked-edits-as-drawn = como o modelo gerar
line-name-default-model = Modelo
line-name-default-quality = Qualidade
line-name-default-size = Tamanho
line-name-default-n = Imagens
line-name-jobs-per-user = Pedidos em andamento por membro
line-name-jobs-per-server = Pedidos em andamento do servidor
line-name-words = Palavras e frases bloqueadas
line-name-strictness = Filtro do serviço de imagens
line-name-lowest-strictness = Filtro mínimo
line-name-uploads = O que os membros enviam
on = sim
off = não
# Behind "Denúncias:" and "Palavras e frases:", so of no gender.
none = nada escolhido
none-to-share = nada escolhido, não dá para compartilhar
language-of-discord = o do servidor no Discord
# Behind models alone.
all-of = todos: { $names }
# Behind qualities and sizes, so of no gender.
all-of-model = o que o modelo tiver
up-to = até { $number }
at-most = no máximo { $number }
instead = { $value }, porque { $own } não dá para usar aqui
everybody-everywhere = todo mundo, em todo lugar
opening = { $in_channels ->
        [true] só em { $channels }
       *[false] em todo lugar
    }, { $for_roles ->
        [true] só para { $roles }
       *[false] para todo mundo
    }
strictness-own = o normal
in-channels = em { $channels }
in-no-channel = em nenhum canal
uploads = { $edited ->
        [true] outras pessoas podem editar
       *[false] ninguém mais pode editar
    }

## Warnings, on lines of their own

channel-gone = ⚠️ Não existe mais ou não consigo ver.
channel-lacks = ⚠️ Permissões que me faltam lá: { $permissions }.
limit-lower = ⚠️ O limite do bot é menor: { $limit }.
unmarked = ⚠️ Não vale em { $channels }: o Discord não marca como canal com restrição de idade.
strictness-unknown = ⚠️ Não dá para dizer ao serviço de imagens deste bot quanto filtrar.
misfit = ⚠️ Sem efeito: { $setting } { $values }. { $why ->
        [off] O bot não oferece isso, ou não oferece mais
        [over] O limite do bot é menor
       *[outside] Está fora do que é permitido aqui
    }.
# What $setting may be.
misfit-models = modelo
misfit-qualities = qualidade
misfit-n-limit = limite de imagens
misfit-default-model = modelo padrão
misfit-default-quality = qualidade padrão
misfit-default-size = tamanho padrão
misfit-default-n = número padrão de imagens

## Budgets

budgets-none = **Limites**: nenhum próprio deste servidor
budgets-by-key = *do bot: nenhum, porque este servidor paga com a própria chave*
budgets-inherited-none = *do bot: nenhum*
budgets-inherited = *do bot, também valem aqui:*
# $amounts are one or more of budget-money and budget-pictures.
budget-line = { $scope ->
        [role] Cada membro com { $role }
        [user] Cada membro
        [server] O servidor inteiro
       *[bot] O bot inteiro
    }: { $amounts }
budget-money = { $amount } { $period ->
        [day] por dia
       *[month] por mês
    }
budget-pictures = { $amount ->
        [0] nenhuma imagem
        [one] { $amount } imagem
       *[other] { $amount } imagens
    } { $period ->
        [day] por dia
       *[month] por mês
    }
budgets-more = e mais { $more }
