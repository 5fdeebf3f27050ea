### Reports, what moderators decide, mutes and the audit log.

## The form that reports a picture: its title and fields, at most 45 characters each

report-title = Denunciar à moderação
report-reason = O que há de errado?
report-words = Algo que a moderação deva saber?

## Under a field, and reasons to choose from: at most 100 characters each

report-hint = A moderação deste servidor lê isto, sem saber quem você é.
reason-sexual = Sexual
reason-violent = Violenta ou perturbadora
reason-hateful = Ódio ou ofensas
reason-person = Mostra alguém que não ia querer isso
reason-other = Outra coisa

## What came of a report

reported-taken = Recebemos sua denúncia. A moderação vai olhar; até lá, a imagem fica onde está.
reported-hides = Recebemos sua denúncia. Outras pessoas também denunciaram, então a imagem fica oculta até a moderação decidir.
reported-known = Você já denunciou esta imagem. A moderação sabe; conta uma denúncia por pessoa.

## The buttons of a case, at most 80 characters each

verdict-keep = Manter
verdict-hide = Ocultar
verdict-delete = Excluir
verdict-reopen = Decidir de novo
verdict-mute-hour = Silenciar por 1 hora
verdict-mute-day = Silenciar por 1 dia
verdict-mute = Silenciar por tempo indeterminado
case-button-further = Ver mais
case-button-older = Anteriores
look = Ver { $place }

## A case: a picture that was reported

# What the thread of a case is called, where the reports go to a forum; at most 100 characters.
case-title = Uma imagem denunciada
filtered = -# O filtro do Discord não deixa mostrar a imagem aqui.
blocked = -# O Discord bloqueia aqui o texto do prompt ou das denúncias; está em { -slash-reports }.
count = { $reports ->
        [one] 1 denúncia
       *[other] { $reports } denúncias
    }
by = De { $person }
by-small = { $place }. De { $person } · { $count } · { $standing }
not-kept = -# A imagem não está mais guardada.
prompt-secret = -# O prompt não aparece na galeria nem aqui.
reason-line = - { $reason }: { $number }
quote = > “{ $words }”
someone = alguém que apagou os próprios dados
standing-shared = visível até você decidir
standing-hidden = oculta até você decidir
standing-gone = não é mais compartilhada; sem “Manter”, não poderá ser compartilhada de novo
standing-decided = { $person } decidiu: { $state ->
        [kept] manter
        [hidden] ocultar
       *[deleted] excluir
    }

## What came of a decision

decided-already = { $person } já decidiu: { $state ->
        [kept] manter
        [hidden] ocultar
       *[deleted] excluir
    }.
waits-already = Esta imagem já espera uma decisão.
decided-mute = { $person } não pode usar o Easel { $time ->
        [hour] por 1 hora
        [day] por 1 dia
       *[ever] por tempo indeterminado
    }.{ $waits ->
        [true] {" "}A imagem continua esperando uma decisão.
       *[false] {""}
    }
decided-keep = A imagem fica. Para ocultá-la de novo, seriam precisas três denúncias de outras pessoas.
decided-keep-gone = A imagem deixou de ser compartilhada nesse meio-tempo; ela pode ser compartilhada aqui de novo.
decided-hide = A imagem fica oculta.
decided-delete = A imagem foi excluída da galeria e não pode ser compartilhada aqui de novo.
decided-reopen = A imagem espera outra decisão e fica como está.
messages-left = Por enquanto, o Discord não me deixa mudar { $messages ->
        [one] { $messages } mensagem que mostra a imagem
       *[other] { $messages } mensagens que mostram a imagem
    }; continuo tentando.

## Lists

cases = Estas imagens denunciadas esperam uma decisão:
no-cases = Nenhuma imagem denunciada espera uma decisão.
no-further-cases = Não há mais imagens esperando uma decisão.
nothing-on-record = Ainda não há nada registrado aqui.

## Mutes

# Both stand behind "Você silenciou Ada no Easel".
for-good = por tempo indeterminado
until = até { $moment }
nobody-muted = A moderação não silenciou ninguém aqui.
muted-line = - { $person } { $until }, por { $moderator }
muted-more = { $more ->
        [one] - e mais { $more } pessoa
       *[other] - e mais { $more } pessoas
    }
muted-now = Você silenciou { $person } no Easel { $until }. { -slash-unmute } desfaz.
unmuted-now = { $person } pode usar o Easel de novo.
was-not-muted = A moderação não tinha silenciado { $person }.

## What was done, in the audit log: a line of a moment, who did it, and this

entry = { $moment }: { $who } { $action }
# Before action-hidden-reports alone.
entry-reports = As denúncias
action-hidden-reports = ocultaram uma imagem de { $whom } ({ $reports ->
        [one] { $reports } denúncia
       *[other] { $reports } denúncias
    })
action-kept = manteve uma imagem de { $whom } ({ $reports ->
        [one] { $reports } denúncia
       *[other] { $reports } denúncias
    })
action-hidden = ocultou uma imagem de { $whom } ({ $reports ->
        [one] { $reports } denúncia
       *[other] { $reports } denúncias
    })
action-deleted = excluiu uma imagem de { $whom } ({ $reports ->
        [one] { $reports } denúncia
       *[other] { $reports } denúncias
    })
action-reopened = reabriu a decisão sobre uma imagem de { $whom }
action-muted = silenciou { $whom } { $until }
action-unmuted = deixou { $whom } usar o bot de novo
action-theme-opened = abriu um tema
action-theme-closed = encerrou um tema
action-settings = mudou as configurações
action-key-entered = adicionou uma chave própria deste servidor para o serviço de imagens
action-key-removed = removeu a chave própria deste servidor para o serviço de imagens
