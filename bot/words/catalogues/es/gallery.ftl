### Sharing: what stands under a shared picture, the form, /gallery, themes, the pictures of the week.

## Buttons, at most 80 characters each

share-button-share = Compartir
share-button-remix = Remix
share-button-info = Info
share-button-report = Denunciar
share-button-unshare = Dejar de compartir
share-button-previous = Anterior
share-button-next = Siguiente
share-button-another = Otra

## The form behind Share: its title and fields, at most 45 characters each

share-form-title = Compartir en este servidor
share-form-prompt = El prompt
share-form-show = Mostrarlo bajo la imagen
share-form-hide = Ocultarlo
share-form-theme = Para qué tema
share-form-no-theme = Ninguno

## A shared picture and its message

hidden = Esta imagen está oculta hasta que la moderación la revise.
# What the thread of such a picture in a forum is called; at most 100 characters.
hidden-title = Oculta por ahora
# The same; at most 100 characters.
gone-title = Ya no se comparte
# The same; at most 100 characters.
secret-title = Una imagen con prompt secreto
# Alt text; at most 1024 characters.
secret-alt = Una imagen compartida sin su prompt.
# $prompt is bold already.
shared-by = { $prompt }, de { $person }
shared-by-secret = De { $person }, con prompt secreto
shared-for = para **{ $theme }**
shared = Compartida: [ver la imagen]({ $link })
shared-hint = -# Con { -slash-gallery-mine } puedes dejar de compartirla.
shared-nowhere = Compartida.
unshared = Ya no se comparte, y se borraron los mensajes que la mostraban.
unshared-but = Ya no se comparte, pero Discord no me deja borrarla aquí: { $links }
left-message = mensaje { $number }
unshared-hint = Queda anotado y sigo intentándolo; la moderación puede borrarla a mano.
info-hearts = Corazones
info-shared = Compartida
prompt-for-you = -# Solo tú ves este texto.
prompt-kept = { $person } no muestra el prompt.

## /gallery

nothing-gallery = Aquí todavía no hay nada compartido que coincida. Comparte una imagen tuya con el botón que tiene debajo.
nothing-mine = Todavía no compartiste nada aquí. Usa el botón Compartir bajo un resultado tuyo.
page-by = de { $person }
page-place = { $head } · { $place } de { $count }
page-hidden = -# Nadie más la ve hasta que la moderación la revise.
head = { $order ->
        [top] Con más corazones
       *[new] Lo más nuevo
    } { $span ->
        [week] de los últimos 7 días
        [month] de los últimos 30 días
       *[ever] desde siempre
    }{ $of_one ->
        [true] , de { $by }
       *[false] {""}
    }
head-mine = Lo que compartiste aquí
head-random = Una imagen al azar

## Themes

no-themes = Aquí no hay ningún tema abierto.
theme-opened = El tema **{ $theme }** está abierto hasta el { $until }, y sus imágenes van a { $channel }. Se elige al pulsar Compartir.
theme-closed = El tema **{ $theme }** terminó. Las imágenes con más corazones se anuncian en { $channel }.
theme-line = - **{ $theme }** en { $channel }, hasta el { $until }
theme-over = Fin del tema: { $theme }
theme-best = Las imágenes con más corazones:
theme-none-hearted = Ninguna imagen recibió corazones.

## Pictures of the week

# Also the title of a thread; at most 100 characters.
week-title = Imágenes de la semana
week-line = { $number }. de { $person } · { $hearts }
# Alt text; at most 1024 characters.
sheet-alt = Una hoja con { $pictures ->
        [one] { $pictures } miniatura numerada
       *[other] { $pictures } miniaturas numeradas
    } como en la lista.
# Drawn under a thumbnail.
hearts = { $hearts ->
        [one] { $hearts } corazón
       *[other] { $hearts } corazones
    }
