### The line under a result, of parts with dots between them, and what else stands there.

wordless = Um prompt que o Discord bloqueia aqui
# $prompt is bold already.
made-by = { $prompt }, de { $asker }
demo = demo grátis, sem IA
fewer = { $pictures } de { $asked } imagens chegaram
re-encoded = imagem { $place } recodificada em { $kind } por causa do limite de arquivos do Discord
svg-left-out = sem o SVG da imagem { $place }, que passa do limite de arquivos do Discord
svg-alone = -# O Discord não mostra arquivos SVG, e não deu para converter este em PNG. Abra em um navegador.
came-opaque = { $pictures ->
        [one] -# Não saiu transparente, embora você tenha pedido `background` transparent.
       *[other] -# Nem todas saíram transparentes, embora você tenha pedido `background` transparent.
    }
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
