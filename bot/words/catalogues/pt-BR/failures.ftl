### What went wrong: what happened, what to do now, and whether it cost anything.
### Whether it cost anything is a sentence of its own here ("Nada foi gasto."), where English has it behind a semicolon.
### `this-server`, `this-channel` and `gallery-channel` hold their "em", because "em este servidor" is not Portuguese.
### What stands between backticks is what people type, and stays.

## Parts that the sentences share

free = Nada foi gasto
cost = { $charge ->
       *[free] { free }
        [unsure] O serviço de imagens pode ter cobrado por isso
        [all] O serviço de imagens já estava trabalhando, então isso conta nos seus limites
        [part] O serviço de imagens já estava trabalhando, então { $percent }% disso conta nos seus limites
    }
paid = { $free ->
        [true] Não custou nada
       *[false] Isso já foi pago
    }
# Before a verb in the third person singular.
made = { $posted ->
        [0] O resultado está pronto, mas
       *[other] De { $pictures } imagens, só { $posted } { $posted ->
            [one] foi publicada
           *[other] foram publicadas
        }: o resto
    }

here = { $where ->
        [here] aqui
       *[elsewhere] em { $channel }
    }
here-if-here = { $where ->
        [here] {" "}aqui
       *[elsewhere] {""}
    }
this-channel = { $where ->
        [here] neste canal
       *[elsewhere] em { $channel }
    }
this-server = { $where ->
        [here] neste servidor
       *[elsewhere] no servidor de { $channel }
    }
this-server-first = { $where ->
        [here] Este servidor
       *[elsewhere] O servidor de { $channel }
    }

# Behind "Isso só pode ser feito aqui por ...".
standing-asker = quem pediu a imagem
standing-channel-moderator = quem modera
standing-manager = quem gerencia o servidor
standing-member = quem é membro do servidor
standing-moderator = quem modera
standing-or = {" ou "}

## Without an error of their own

failed-plainly = Este pedido falhou, e o Discord bloqueia o texto que diz por quê. Ele está em /history.
unreadable = O Discord enviou junto algo que não consigo ler, como uma enquete. Tente sem isso ou com outra mensagem. Nada foi gasto.
form-over = Este formulário foi aberto há muito tempo ou antes de o Easel reiniciar. Abra de novo. Nada foi gasto.

## The errors

prompt-blank = O prompt está vazio. Diga com palavras o que a imagem deve mostrar. { free }.
prompt-too-long = O prompt tem { $length } caracteres, e o máximo é { $limit }. Encurte e peça de novo. { free }.
prompt-too-long-for-model = O prompt é mais longo do que { $model } aceita{ $has_limit ->
        [true] {" "}({ $limit } caracteres)
       *[false] {""}
    }. Encurte ou escolha outro `model`. { free }.
request-too-large = { $pictures ->
        [0] O pedido é maior do que o serviço de imagens aceita de uma vez. Encurte o prompt e peça de novo
       *[other] As imagens são maiores do que o serviço de imagens aceita de uma vez. Reduza o tamanho ou use menos imagens
    }. { free }.
format-not-granted = A conta do bot no serviço de imagens não tem acesso a `format` { $output_format } com { $model }. Escolha png, webp ou jpeg. { free }.
edits-not-offered = O serviço de imagens{ here-if-here } cria imagens com palavras, mas não edita. Use /imagine. { free }.
mask-not-offered = O serviço de imagens{ here-if-here } não aceita máscaras. Tire a `mask` e diga com palavras o que deve mudar. { free }.
mask-for-several-pictures = Uma máscara vale para uma imagem só{ here-if-here }, e você deu { $pictures }. Tire a máscara ou as outras imagens. { free }.
too-many-pictures = São { $pictures } imagens, e o máximo é { $limit }. Tire algumas ou limpe suas referências com /references. { free }.
no-picture-there = Nessa mensagem não há imagem que eu possa usar. Escolha uma que esteja anexada, não um link, ou envie a imagem como anexo. { free }.
picture-out-of-sight = O Discord não me mostra o que outras pessoas anexam às mensagens delas. Abra o menu dessa mensagem e escolha Apps > Editar imagem. { free }.
no-such-picture = Não há imagem { $place } nessa mensagem, que tem { $pictures }. Comece com outro número. { free }.
nothing-larger = { $model } não consegue criar uma imagem maior com esta forma. Edite com outro `model`. { free }.
already-that-shape = A imagem já tem a proporção { $aspect }, então não há o que adicionar. Escolha outra `aspect`. { free }.
aspect-not-taken = { $beside ->
        [mask] Uma `aspect` adiciona algo em volta da imagem, e uma `mask` muda o que há nela. Tire uma das duas opções
        [size] A `aspect` já define o tamanho da imagem. Tire o `size`
        [preview] O que uma `aspect` adiciona fica fora da imagem, então não há o que escolher. Tire `preview`
       *[nothing] Uma `aspect` expande uma imagem que já existe. Para uma nova, escolha um `size`
    }. { free }.
extended-too-far = A imagem ficaria mais alongada que { $limit }:1, e { $model } não chega a tanto. Expanda primeiro na outra direção ou escolha outro `model`. { free }.
area-not-taken = { $as_drawn ->
        [true] `area` { $area } só vale com edições exatas, que estão desativadas { here }. Tire `area` ou fale com quem administra o servidor ou o bot
       *[false] `area` { $area } diz quanto da imagem vai junto com uma máscara, e não há máscara. Adicione uma `mask` ou tire `area`
    }. { free }.
unsupported-image = O arquivo de `{ $label }` { $known ->
        [yes] é { $found }, mas de um tipo que não consigo ler
        [no] é { $found }, não uma imagem { $formats }
       *[unclear] não é uma imagem { $formats }
    }. { $found ->
        [HEIC] No iPhone, coloque Câmera > Formatos em “Mais Compatível” ou anexe uma captura de tela
       *[other] Salve como PNG ou JPEG e anexe assim
    }. { free }.
broken-image = O arquivo de `{ $label }` está cortado ou danificado e não pode ser lido como imagem. Abra, salve de novo e anexe outra vez. { free }.
file-too-large = O arquivo de `{ $label }` tem mais de { $limit_mib } MiB. Salve menor ou como JPEG e peça de novo. { free }.
too-many-pixels = A imagem de `{ $label }` tem { $size } pixels, e o máximo no formato dela é { $limit_megapixels } megapixels. Reduza o tamanho e peça de novo. { free }.
side-too-long = A imagem de `{ $label }` tem { $size }, e o lado mais longo pode ter até { $limit_side } pixels. Corte ou reduza o tamanho e peça de novo. { free }.
image-too-complex = O arquivo de `{ $label }` exige memória ou tempo demais para ler. Salve menor ou como JPEG ou PNG comum e peça de novo. { free }.
foreign-file = O arquivo de `{ $label }` não está nos servidores do Discord. Anexe o próprio arquivo. { free }.
file-unavailable = O Discord não entregou o arquivo de `{ $label }`. Anexe de novo e repita o pedido. { free }.
mask-of-another-shape = A máscara tem { $mask_size } e a imagem { $image_size }: o formato é diferente. Use uma máscara do tamanho da imagem ou com as mesmas proporções. { free }.
mask-too-detailed = A máscara tem detalhes demais para enviar: são { $size_mib } MiB, e precisa ter menos de { $limit_mib } MiB. Use áreas lisas de preto e branco ou uma imagem menor. { free }.
not-allowed = Não posso publicar imagens { here }. Permissões que me faltam: { $permission_names }. Fale com a moderação ou use outro canal. { free }.
budget-spent = { $left ->
        [0] Acabou
       *[other] Isso ultrapassa
    } { $scope ->
        [user] o seu limite
       *[other] o limite
    } { $period ->
        [month] deste mês
       *[day] de hoje
    }{ budget-whose }{ $left ->
        [0] { $unit ->
            [microusd] {""}
           *[pictures] {" "}({ $limit ->
                [one] { $limit } imagem
               *[other] { $limit } imagens
            })
        }
       *[other] : { $unit ->
            [microusd] restam { $price_left }
           *[pictures] { $left ->
                [one] resta
               *[other] restam
            } { $left } de { $limit } imagens
        }
    }. Renova { $renews }. { free }.
budget-whose = { $scope ->
        [user] {""}
        [role] {" "}para o seu cargo
        [server] {" "}{ this-server }
       *[bot] {" "}do bot inteiro
    }{ $in_server ->
        [true] {" "}{ this-server }
       *[false] {""}
    }
queue-full = Já há { $waiting } pedidos esperando, e o máximo é { $limit }. Tente de novo em alguns minutos. { free }.
too-many-jobs = { $scope ->
       *[user] Você já tem
        [here] Você já tem
        [server] { this-server-first } já tem
    } { $open ->
        [one] { $open } pedido em andamento
       *[other] { $open } pedidos em andamento
    }{ $scope ->
        [here] {" "}{ this-server }
       *[other] {""}
    }, e o máximo é { $limit }. Espere algum terminar. { free }.
cancelled = { $is_known ->
        [true] { $by } cancelou
       *[false] Alguém que já apagou os próprios dados cancelou
    } este pedido. Peça de novo quando quiser. { cost }.
rate-limited = O serviço de imagens está sobrecarregado e recusou o pedido. Você pode tentar de novo { wait }. { cost }.
provider-down = O serviço de imagens não respondeu ou caiu no meio do caminho. Tente de novo em alguns minutos. { cost }.
provider-timed-out = O serviço de imagens não terminou a tempo. Tente com menos qualidade ou menos imagens. { cost }.
provider-paused = O serviço de imagens está falhando para todo mundo há um tempo, então não enviei seu pedido. Você pode tentar de novo { wait }. { cost }.
wait = { $has_wait ->
        [true] { $wait }
        [soon] em um instante
       *[false] em um minuto
    }
organization-unverified = O serviço de imagens só oferece { $model } a organizações verificadas. Escolha outro `model` ou peça a quem administra o bot para verificar a organização. { cost }.
account-blocked = O serviço de imagens bloqueou a conta deste bot. Só quem administra o bot pode resolver. { cost }.
address-wrong = No endereço que este bot usa não há serviço de imagens. Só quem administra o bot pode corrigir. { cost }.
empty-answer = O serviço de imagens respondeu sem imagem, talvez porque o sistema de segurança dele não quis. Diga de outro jeito e peça de novo. { cost }.
key-rejected = O serviço de imagens não aceita a chave deste bot. Só quem administra o bot pode resolver. { cost }.
out-of-money = A conta deste bot no serviço de imagens está sem saldo ou chegou ao limite. Só quem administra o bot pode colocar saldo. { cost }.
model-unknown = O serviço de imagens não tem o modelo { $model }, ou não tem mais. Escolha outro `model`. { cost }.
request-rejected = O serviço de imagens não aceitou o pedido como estava. Tente outras opções ou avise quem administra o bot. { cost }.
bad-answer = O serviço de imagens enviou uma resposta sem uma imagem completa. Tente de novo daqui a pouco. { cost }.
interrupted = O Easel parou antes de terminar este pedido. Peça de novo em alguns minutos. { cost }.
outcome-unknown = O Easel parou enquanto o serviço de imagens trabalhava, então não se sabe o que saiu. Nada foi cobrado de você; clique no botão para pedir de novo.
unexpected = Algo deu errado no próprio Easel, e o registro tem os detalhes. Tente de novo mais tarde. Não se sabe se custou algo.
too-late = Seu último pedido chegou ao Easel tarde demais para o Discord, que disse a você que ninguém responde. Peça de novo. { cost }.
place-closed = { $asleep ->
        [true] O tópico está arquivado ou trancado, então o Discord não me deixa responder { this-channel }. Peça para reabrirem ou use outro canal
       *[false] O Discord não me deixa responder { here }. Peça à moderação que me dê acesso ou use outro canal
    }. { cost }.
storage-down = O Easel não consegue guardar nada agora: o banco de dados ou o armazenamento dele não responde. Tente de novo em alguns minutos. { free }.
server-key-unreadable = Este servidor tem uma chave própria para o serviço de imagens, mas não consigo mais ler. Quem gerencia o servidor pode adicioná-la de novo com /settings. { free }.
server-key-changed = A chave que ia pagar isto foi removida ou trocada durante a espera. Peça de novo. { free }.
not-yours = Só quem pediu estas imagens pode fazer isso. As suas estão em /history.
not-for-you = Isso só pode ser feito { here } por { $whose }. Peça ajuda a uma dessas pessoas.
closed-here = { this-server-first } só permite isso{ $in_channels ->
        [true] {" "}em { $channels }
        [elsewhere] {" "}em outros canais
       *[false] {""}
    }{ $for_roles ->
        [true] {" "}para { $roles }
       *[false] {""}
    }. Se acha que isso deveria mudar, fale com a moderação.{ $doing ->
        [share] {""}
       *[other] {" "}{ free }.
    }
muted = A moderação silenciou você no Easel { this-server } { $has_end ->
        [true] até { $until }
       *[false] por tempo indeterminado
    }. Em caso de dúvida, fale com ela.
word-refused = Seu prompt contém uma palavra ou frase que { $where ->
        [here] este servidor
       *[elsewhere] o servidor de { $channel }
    } não permite. Diga de outro jeito. { free }.
export-too-soon = Você já pediu seus dados na última hora. Peça de novo { $next }.
messages-closed = O Discord não me deixa enviar mensagem direta para você, e seus dados ninguém mais deve ver. Permita mensagens diretas nas configurações de privacidade deste servidor, ou escreva para mim primeiro, e peça de novo.
no-gallery = Não há{ here-if-here } uma galeria para compartilhar imagens. Quem gerencia o servidor pode escolher um canal com /settings.
gallery-closed = { $why ->
        [filtered] O filtro do Discord considera a imagem explícita e não deixa publicá-la { gallery-channel }. Só outra imagem passaria
        [refused] Não posso publicar { gallery-channel }. Quem gerencia o servidor pode me dar acesso ou escolher outro canal com /settings
       *[lost] O Discord não aceitou a imagem { gallery-channel }. Tente de novo em alguns minutos
    }.
gallery-channel = { $has_channel ->
        [true] em { $gallery }
       *[false] no canal da galeria
    }
shared-already = Esta imagem já está compartilhada { this-server }. Com /gallery mine você pode ver ou parar de compartilhar.
not-shared = Esta imagem não está mais compartilhada. Veja outras com /gallery new.
own-picture = { $act ->
        [heart] Esta imagem é sua, e só contam corações de outras pessoas. Veja as delas com /gallery new
       *[report] Esta imagem é sua, e só contam denúncias de outras pessoas. Pare de compartilhá-la com /gallery mine
    }.
theme-over = Este tema já acabou ou nunca existiu. Veja os que estão abertos com /theme list.
barred-here = Esta imagem foi denunciada{ here-if-here }, e a moderação não a manteve. Fale com a moderação ou compartilhe outra.
moderation-lower = Esta imagem foi criada com uma moderação menos rígida que a deste canal, então ela fica onde foi criada.
edits-forbidden = { $by ->
        [server] { this-server-first } não permite editar imagens de outras pessoas
       *[person] A pessoa dona desta imagem não permite editá-la
    }. Use uma sua. { free }.
draft-over = Esta mudança já foi enviada, descartada ou preparada há mais de uma hora. Clique em Editar para começar de novo.
request-forgotten = Não tenho mais este pedido. Peça de novo e escolha você o modelo. { free }.
not-made-yet = Este pedido ainda não tem imagens. Olhe de novo em /history daqui a pouco.
pictures-gone = Estas imagens não estão mais guardadas. Peça outras com /imagine. { free }.
too-large-to-post = { made } passa do limite de arquivos do Discord { here }, mesmo recodificando. Está em /history; com um `size` menor ou `format` jpeg caberia. { paid }.
channel-closed = { made } não pode mais ser publicado { this-channel }. Veja em /history ou peça à moderação que me dê acesso. { paid }.
thread-closed = { made } não pode ser publicado { this-channel } porque o tópico está arquivado ou trancado. Veja em /history ou peça para reabrirem o tópico. { paid }.
picture-filtered = { made } não pode ser publicado { here }: o filtro do Discord considera isso explícito. Só outra imagem passaria, então diga de outro jeito. { paid }.
discord-down = { made } não chegou ao Discord, mesmo com várias tentativas. Procure em /history em alguns minutos. { paid }.
options-conflict = `{ $option }` { $value } não combina com `{ $other }` { $other_value }. Escolha { $choices } para `{ $other }`. { free }.
mask-marks-nothing = { $how ->
        [chosen] Nada da imagem seria repintado. Escolha outra área ou clique em Inverter
        [painted] Não encontrei nada pintado na sua cópia. Pinte com uma cor viva só o que deve mudar e envie de novo
        [opaque] A máscara não tem partes transparentes, então não marca nada. Pinte de branco ou apague o que deve ser repintado
       *[black] A máscara é toda preta, então não marca nada. Pinte de branco ou apague o que deve ser repintado
    }. { free }.
content-refused = O sistema de segurança do serviço de imagens recusou este pedido{ $has_categories ->
        [true] {" "}({ $categories })
       *[false] {""}
    }. Diga de outro jeito ou use outra imagem. { free }.
size-not-allowed = { $model } não pode usar o tamanho { $size }: { $rule ->
        [shape] escreva largura x altura, como { $limit }
        [divisor] cada lado precisa ser divisível por { $limit }
        [ratio] é mais alongado que { $limit }
        [side] um lado tem mais de { $limit } pixels
        [fewest-pixels] tem menos de { $limit } pixels no total
       *[most-pixels] tem mais de { $limit } pixels no total
    }. Escolha um dos tamanhos sugeridos{ or-the-model }. { free }.
or-the-model = { $has_elsewhere ->
        [true] , ou o modelo { $elsewhere }
       *[false] {""}
    }

## An option that cannot have its value

option-of-server = { this-server-first } não permite `{ $option }` { $value }. Escolha { $choices }{ or-the-model }. { free }.
option-of-server-number = { this-server-first } não permite `{ $option }` { $value }. Escolha um número de 1 a { $high }{ or-the-model }. { free }.
option-model = O modelo { $value } não está ativado { here }. Escolha { $choices }. { free }.
option-number = `{ $option }` não pode ser { $value } { here }. Escolha um número de { $low } a { $high }{ $option ->
        [frame_ms] {" "}em passos de { $step }
       *[other] {""}
    }. { free }.
option-missing = O modelo { $model } não tem `{ $option }`. Tire a opção{ $has_elsewhere ->
        [true] {" "}ou escolha o modelo { $elsewhere }
       *[false] {""}
    }. { free }.
# Strokes, arrows and words that somebody drew over a picture, for the model to follow.
option-markup = O modelo { $model } não segue marcas feitas por cima de uma imagem aqui. { $has_elsewhere ->
        [true] Escolha o modelo { $elsewhere } ou repinte
       *[false] Você pode repintar
    } o que elas cobrem. { free }.
option-value = O modelo { $model } não tem `{ $option }` { $value }. Escolha { $choices }{ or-the-model }. { free }.

## Something in a message that looks like an option, and does not count

# $what and $way_out are messages below.
misread = { $what }. { $way_out }.{ $quotes ->
        [true] {" "}Se for parte do texto, coloque entre aspas.
       *[false] {""}
    } { free }.
mistake-unknown = “{ $written }” parece uma opção, mas não tenho nenhuma com esse nome
mistake-misspelt = “{ $written }” não é uma opção minha
mistake-unmarked = “{ $written }” parece uma opção sem os dois hifens
mistake-value-missing = Falta o valor de “{ $written }”
mistake-value-unknown = “{ $written }” não é um valor desta opção
mistake-no-value-taken = “{ $written }” é uma opção sem valor
mistake-misplaced = “{ $written }” é uma opção com texto depois, e opções vêm no fim
mistake-twice = “{ $written }” dá um segundo valor a algo que você já escolheu
mistake-private = “{ $written }” só funciona em comandos: a resposta a uma mensagem é outra mensagem, que todo mundo pode ler
way-out-private = Para só você ver, use /imagine ou /edit com `private`
way-out-meant = Você deve ter querido dizer: **{ $meant }**{ $has_range ->
        [true] {" "}(um número de { $low } a { $high })
       *[false] {""}
    }
way-out-offered = Opções que existem: { $names }
way-out-value = Escreva `--{ $option }` e o valor no fim
way-out-number = Escolha um número de { $low } a { $high }
way-out-choices = Escolha { $choices }{ $option ->
        [size] , ou um tamanho em pixels como 1024x1536
       *[other] {""}
    }

## Where the account at the images service is a server's own, and not the bot's

of-server-organization-unverified = O serviço de imagens só oferece { $model } a organizações verificadas, e a chave própria deste servidor não é de uma. Escolha outro `model` ou fale com quem gerencia o servidor. { cost }.
of-server-account-blocked = O serviço de imagens bloqueou a conta da chave própria deste servidor. Quem gerencia o servidor pode resolver ou remover a chave com /settings. { cost }.
of-server-key-rejected = O serviço de imagens não aceita a chave própria deste servidor. Quem gerencia o servidor pode trocar ou remover a chave com /settings. { cost }.
of-server-out-of-money = A conta da chave própria deste servidor está sem saldo ou chegou ao limite. Quem gerencia o servidor pode colocar saldo ou remover a chave com /settings. { cost }.
of-server-format-not-granted = A conta da chave própria deste servidor não tem acesso a `format` { $output_format } com { $model }. Escolha png, webp ou jpeg. { free }.
of-server-model-unknown = O serviço de imagens não tem o modelo { $model } para a chave própria deste servidor. Escolha outro `model`. { cost }.
