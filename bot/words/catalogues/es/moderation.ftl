### Reports, what moderators decide, mutes and the audit log.

## The form that reports a picture: its title and fields, at most 45 characters each

report-title = Denunciar a la moderación
report-reason = ¿Qué problema tiene?
report-words = ¿Algo que la moderación deba saber?

## Under a field, and reasons to choose from: at most 100 characters each

report-hint = Lo lee la moderación de este servidor, sin saber quién eres.
reason-sexual = Sexual
reason-violent = Violenta o perturbadora
reason-hateful = Odio o insultos
reason-person = Muestra a alguien que no lo querría
reason-other = Otra cosa

## What came of a report

reported-taken = Gracias. La moderación la revisará; mientras tanto, la imagen se queda donde está.
reported-hides = Gracias. También la denunciaron otras personas, así que la imagen queda oculta hasta que la moderación decida.
reported-known = Ya denunciaste esta imagen. La moderación lo sabe; cuenta una denuncia por persona.

## The buttons of a case, at most 80 characters each

verdict-keep = Conservar
verdict-hide = Ocultar
verdict-delete = Eliminar
verdict-reopen = Decidir otra vez
verdict-mute-hour = Silenciar 1 hora
verdict-mute-day = Silenciar 1 día
verdict-mute = Silenciar por tiempo indefinido
case-button-further = Ver más
case-button-older = Anteriores
look = Ver { $place }

## A case: a picture that was reported

# What the thread of a case is called, where the reports go to a forum; at most 100 characters.
case-title = Una imagen denunciada
filtered = -# El filtro de Discord no deja mostrar aquí la imagen.
blocked = -# Discord bloquea aquí el texto de su prompt o de sus denuncias; está en { -slash-reports }.
count = { $reports ->
        [one] 1 denuncia
       *[other] { $reports } denuncias
    }
by = De { $person }
by-small = { $place }. De { $person } · { $count } · { $standing }
not-kept = -# La imagen ya no se guarda.
prompt-secret = -# Su prompt no se muestra en la galería ni aquí.
reason-line = - { $reason }: { $number }
quote = > “{ $words }”
someone = alguien que borró sus datos
standing-shared = visible hasta que decidas
standing-hidden = oculta hasta que decidas
standing-gone = ya no se comparte; si no la conservas, no se podrá volver a compartir
standing-decided = { $person } decidió: { $state ->
        [kept] conservar
        [hidden] ocultar
       *[deleted] eliminar
    }

## What came of a decision

decided-already = { $person } ya decidió: { $state ->
        [kept] conservar
        [hidden] ocultar
       *[deleted] eliminar
    }.
waits-already = Esta imagen ya espera una decisión.
decided-mute = Se silenció a { $person } { $time ->
        [hour] por 1 hora
        [day] por 1 día
       *[ever] por tiempo indefinido
    }.{ $waits ->
        [true] {" "}La imagen sigue esperando una decisión.
       *[false] {""}
    }
decided-keep = La imagen se conserva. Para volver a ocultarla harían falta tres denuncias de otras personas.
decided-keep-gone = La imagen dejó de compartirse entretanto; se puede volver a compartir aquí.
decided-hide = La imagen queda oculta.
decided-delete = La imagen se eliminó de la galería y no se puede volver a compartir aquí.
decided-reopen = La imagen espera otra decisión y se queda como está.
messages-left = Por ahora Discord no me deja cambiar { $messages ->
        [one] { $messages } mensaje que la muestra
       *[other] { $messages } mensajes que la muestran
    }; sigo intentándolo.

## Lists

cases = Estas imágenes denunciadas esperan una decisión:
no-cases = Ninguna imagen denunciada espera una decisión.
no-further-cases = No hay más imágenes que esperen una decisión.
nothing-on-record = Aquí no hay nada anotado todavía.

## Mutes

# Both stand behind a name: "Silenciaste a Ada en Easel hasta el ...".
for-good = por tiempo indefinido
until = hasta el { $moment }
nobody-muted = Aquí la moderación no silenció a nadie.
muted-line = - { $person } { $until }, por { $moderator }
muted-more = { $more ->
        [one] - y { $more } persona más
       *[other] - y { $more } personas más
    }
muted-now = Silenciaste a { $person } en Easel { $until }. { -slash-unmute } lo revierte.
unmuted-now = { $person } puede volver a usar Easel.
was-not-muted = La moderación no había silenciado a { $person }.

## What was done, in the audit log: a line of a moment, who did it, and this

entry = { $moment }: { $who } { $action }
# Before action-hidden-reports alone.
entry-reports = Las denuncias
action-hidden-reports = ocultaron una imagen de { $whom } ({ $reports ->
        [one] { $reports } denuncia
       *[other] { $reports } denuncias
    })
action-kept = conservó una imagen de { $whom } ({ $reports ->
        [one] { $reports } denuncia
       *[other] { $reports } denuncias
    })
action-hidden = ocultó una imagen de { $whom } ({ $reports ->
        [one] { $reports } denuncia
       *[other] { $reports } denuncias
    })
action-deleted = eliminó una imagen de { $whom } ({ $reports ->
        [one] { $reports } denuncia
       *[other] { $reports } denuncias
    })
action-reopened = reabrió la decisión sobre una imagen de { $whom }
action-muted = silenció a { $whom } { $until }
action-unmuted = dejó que { $whom } volviera a usar el bot
action-theme-opened = abrió un tema
action-theme-closed = cerró un tema
action-settings = cambió los ajustes
action-key-entered = añadió una clave propia de este servidor para el servicio de imágenes
action-key-removed = quitó la clave propia de este servidor para el servicio de imágenes
