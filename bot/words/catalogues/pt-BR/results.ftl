### The line under a result, of parts with dots between them, and what else stands there.

wordless = Um prompt que o Discord bloqueia aqui
# $prompt is bold already.
made-by = { $prompt }, de { $asker }
demo = demo grátis, sem IA
# $size is that of what the model drew.
size-exact = { $size }, integrada ao original
size-cut-out = { $size }, recortada do original
size-extended = { $size }, ao redor do original
size-as-drawn = { $size }, versão do modelo
fewer = { $pictures } de { $asked } imagens chegaram
re-encoded = imagem { $place } recodificada em { $kind } por causa do limite de arquivos do Discord
svg-left-out = sem o SVG da imagem { $place }, que passa do limite de arquivos do Discord
svg-alone = -# O Discord não mostra arquivos SVG, e não deu para converter este em PNG. Abra em um navegador.
came-opaque = { $pictures ->
        [one] -# Não saiu transparente, embora você tenha pedido `background` transparent.
       *[other] -# Nem todas saíram transparentes, embora você tenha pedido `background` transparent.
    }
# What the model drew has too little of the original in it to be laid into that; $pictures counts those.
not-laid-in = { $which ->
        [alone] -# Não foi possível integrá-la ao original, então esta é a versão do modelo.
        [all] -# Não foi possível integrá-las ao original, então são as versões do modelo.
       *[some] { $pictures ->
            [one] -# Não foi possível integrar { $pictures } delas ao original, então é a versão do modelo.
           *[other] -# Não foi possível integrar { $pictures } delas ao original, então são as versões do modelo.
        }
    }
# A picture that was extended.
scaled-down = -# Antes foi reduzida de { $before }: expandida nesse tamanho, passaria do máximo de uma imagem.
no-effect = -# Sem efeito: { $options }. O serviço de imagens não tem { $count ->
        [one] essa opção
       *[other] essas opções
    }.
continued = { $place } de { $places }
late = { $asker }, isto é para você:

## Alt texts

plain-alt = Imagem { $place }. { wordless }.
alt = { $prompt }
alt-of-several = Imagem { $place } de { $places }: { $prompt }
alt-edited = { $original }, editada: { $change }
changes-between = {"; "}
alt-made-from = Feita a partir de outra imagem: { $change }
