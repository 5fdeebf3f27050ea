### What Discord shows in its list of commands: at most 100 characters each, choices too.

## The commands

command-imagine = Crea imágenes a partir de un prompt
command-edit = Edita tus imágenes con un prompt
command-usage = Cuánto usaste y cuánto te queda
command-history = Tus últimas solicitudes, con sus imágenes
command-references = Las imágenes que acompañan tu próxima solicitud
command-tree = El árbol de familia de una imagen, en un dibujo
command-help = Qué puedo hacer aquí, con ejemplos
command-privacy = Quién puede editar tus imágenes
command-forget = Borra los datos que guardo de ti
command-forget-me = Borra todo lo que guardo de ti; antes te pregunto
command-export = Recibe los datos que guardo de ti
command-export-me = Recibe por mensaje directo todo lo que guardo de ti
command-gallery = Las imágenes compartidas en este servidor
command-gallery-top = Las imágenes con más corazones de este servidor
command-gallery-new = Las imágenes más nuevas de este servidor
command-gallery-random = Una imagen compartida en este servidor, al azar
command-gallery-mine = Lo que compartiste aquí, para verlo o dejar de compartirlo
command-theme = Temas para los que se pueden compartir imágenes
command-theme-open = Para moderación: abre un tema
command-theme-close = Para moderación: cierra un tema antes de tiempo
command-theme-list = Los temas abiertos
command-settings = Para quien administra el servidor: canales, modelos, límites, palabras
command-mute = Impide que una persona use el bot en este servidor
command-unmute = Deja que una persona vuelva a usar el bot
command-muted = A quién silenció la moderación en el bot
command-reports = Las imágenes denunciadas que esperan una decisión
command-audit = Qué hizo aquí la moderación con el bot

## Their options

option-prompt = Qué debe mostrar la imagen o qué debe cambiar
option-quality = Cuánto trabajo lleva; más calidad cuesta más y tarda más
option-size = Ancho x alto en píxeles; cualquiera que acepte el modelo
option-background = Qué hay detrás del motivo; transparent necesita png o webp
option-n = Cuántas imágenes
option-model = Qué modelo las genera
option-seed = El mismo número da otra vez la misma imagen, si el servicio admite seeds
option-format = El formato de archivo del resultado
option-private = Solo tú ves la respuesta
option-spoiler = Oculta las imágenes hasta que alguien haga clic
option-complexity = Cuánto planifica el modelo antes de empezar
option-frames = Cuántas imágenes tiene una animación (gif)
option-frame-ms = Cuánto dura cada imagen de una animación, en milisegundos (gif)
option-fidelity = Cuánto debe parecerse a tus imágenes
option-image = La imagen que quieres cambiar
option-mask = Dónde cambiarla: en blanco, transparente o la imagen pintada encima con un solo color
option-further-image = Otra imagen para usar como base
option-preview = Muestra dónde cambia antes de gastar nada, con una cuadrícula para elegir
option-aspect = Expande la imagen a esta proporción; conserva todos sus píxeles
option-area = Con máscara: envía solo la parte marcada con algo de margen, o la imagen entera
option-span = Desde cuándo
option-by = Solo imágenes de una persona
option-theme-name = Cómo se llama el tema
option-theme-ends = En cuántos días termina
option-theme-channel = El canal o hilo al que van sus imágenes
option-theme = Uno de los temas abiertos
option-muted-person = Quién
option-unmuted-person = Quién; también alguien que ya no está en el servidor
option-mute-time = Por cuánto tiempo
option-picture = Una de tus últimas imágenes; si no eliges, la más nueva

## Choices of how far back a gallery reaches

span-week = los últimos 7 días
span-month = los últimos 30 días
span-ever = desde siempre

## Choices of how long a mute lasts

mute-time-hour = 1 hora
mute-time-day = 1 día
mute-time-week = 1 semana
mute-time-ever = por tiempo indefinido

## The entries of the Apps menu of a message, at most 32 characters each

menu-edit = Editar imagen
menu-reference = Usar como referencia
menu-info = Info de la imagen

## Sizes in the list to choose from, behind their pixels

size-1024x1024 = 1024x1024 (cuadrada)
size-1024x1536 = 1024x1536 (vertical)
size-1536x1024 = 1536x1024 (horizontal)
size-2048x2048 = 2048x2048 (cuadrada grande)
size-1152x2048 = 1152x2048 (vertical, 9:16)
size-2048x1152 = 2048x1152 (horizontal, 16:9)
size-1440x2560 = 1440x2560 (grande, 9:16)
size-2560x1440 = 2560x1440 (grande, 16:9)
size-2160x3840 = 2160x3840 (4K, 9:16)
size-3840x2160 = 3840x2160 (4K, 16:9)

# A model with the last day that its maker serves it, as 2026-12-31.
model-with-end = { $model } (en { $maker } hasta { $day })
