// Says when the first frame has been shown, in the same words as Colophon's own page.
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('colophon:painted')))
