### What Discord shows in its list of commands: at most 100 characters each, choices too.

## The commands

command-imagine = Crie imagens a partir de um prompt
command-edit = Edite suas imagens com um prompt
command-usage = Quanto você usou e quanto ainda tem
command-history = Seus últimos pedidos, com as imagens
command-references = As imagens que vão com seu próximo pedido
command-tree = A árvore da família de uma imagem, em um desenho
command-help = O que posso fazer aqui, com exemplos
command-privacy = Quem pode editar suas imagens
command-forget = Apague os dados que guardo sobre você
command-forget-me = Apague tudo o que guardo sobre você; antes eu pergunto
command-export = Receba os dados que guardo sobre você
command-export-me = Receba por mensagem direta tudo o que guardo sobre você
command-gallery = As imagens compartilhadas neste servidor
command-gallery-top = As imagens com mais corações deste servidor
command-gallery-new = As imagens mais novas deste servidor
command-gallery-random = Uma imagem qualquer compartilhada neste servidor
command-gallery-mine = O que você compartilhou aqui, para ver ou parar de compartilhar
command-theme = Temas para os quais dá para compartilhar imagens
command-theme-open = Para a moderação: abra um tema
command-theme-close = Para a moderação: encerre um tema antes da hora
command-theme-list = Os temas abertos
command-settings = Para quem gerencia o servidor: canais, modelos, limites, palavras
command-mute = Impeça uma pessoa de usar o bot neste servidor
command-unmute = Deixe uma pessoa voltar a usar o bot
command-muted = Quem a moderação silenciou no bot
command-reports = As imagens denunciadas que esperam uma decisão
command-audit = O que a moderação fez aqui com o bot

## Their options

option-prompt = O que a imagem deve mostrar ou o que deve mudar
option-quality = Quanto trabalho vai nela; mais qualidade custa mais e demora mais
option-size = Largura x altura em pixels; qualquer uma que o modelo aceite
option-background = O que fica atrás do assunto; transparent precisa de png ou webp
option-n = Quantas imagens
option-model = Qual modelo gera
option-seed = O mesmo número dá a mesma imagem de novo, se o serviço tiver seeds
option-format = O formato de arquivo do resultado
option-private = Só você vê a resposta
option-spoiler = Esconda as imagens até alguém clicar nelas
option-complexity = Quanto o modelo planeja antes de começar
option-frames = Quantas imagens tem uma animação (gif)
option-frame-ms = Quanto dura cada imagem de uma animação, em milissegundos (gif)
option-fidelity = Quanto deve se parecer com suas imagens
option-image = A imagem que você quer mudar
option-mask = Onde mudar: em branco, transparente ou a imagem pintada por cima com uma cor só
option-further-image = Outra imagem para usar como base
option-preview = Mostre onde muda antes de gastar, com uma grade para escolher
option-aspect = Expande a imagem até esta proporção; todos os pixels dela ficam
option-area = Com máscara: envia só a parte marcada, com alguma margem, ou a imagem toda
option-span = Desde quando
option-by = Só imagens de uma pessoa
option-theme-name = O nome do tema
option-theme-ends = Em quantos dias termina
option-theme-channel = O canal ou tópico para onde vão as imagens
option-theme = Um dos temas abertos
option-muted-person = Quem
option-unmuted-person = Quem; também alguém que já saiu do servidor
option-mute-time = Por quanto tempo
option-picture = Uma das suas últimas imagens; sem escolher, a mais nova

## Choices of how far back a gallery reaches

span-week = últimos 7 dias
span-month = últimos 30 dias
span-ever = desde sempre

## Choices of how long a mute lasts

mute-time-hour = 1 hora
mute-time-day = 1 dia
mute-time-week = 1 semana
mute-time-ever = por tempo indeterminado

## The entries of the Apps menu of a message, at most 32 characters each

menu-edit = Editar imagem
menu-reference = Usar como referência
menu-info = Info da imagem

## Sizes in the list to choose from, behind their pixels

size-1024x1024 = 1024x1024 (quadrada)
size-1024x1536 = 1024x1536 (retrato)
size-1536x1024 = 1536x1024 (paisagem)
size-2048x2048 = 2048x2048 (quadrada grande)
size-1152x2048 = 1152x2048 (retrato, 9:16)
size-2048x1152 = 2048x1152 (paisagem, 16:9)
size-1440x2560 = 1440x2560 (grande, 9:16)
size-2560x1440 = 2560x1440 (grande, 16:9)
size-2160x3840 = 2160x3840 (4K, 9:16)
size-3840x2160 = 3840x2160 (4K, 16:9)

# A model with the last day that its maker serves it, as 2026-12-31.
model-with-end = { $model } (em { $maker } até { $day })
