// SPDX-License-Identifier: Apache-2.0

/// How every page looks: system letters, room to breathe, one accent colour, and a print sheet.
///
/// Every pair of text and ground has a contrast of at least 7:1 (WCAG 2.2, criterion 1.4.6).
enum HouseStyle {
    /// Returns the style sheet for pages that are printed on `paper`.
    static func sheet(_ paper: Document.Paper) -> Markup.StyleSheet {
        switch paper {
        case .a4:
            Markup.StyleSheet(
                screen, print, "@page { size: A4; }\n@page broad { size: A4 landscape; }\n")
        case .letter:
            Markup.StyleSheet(
                screen, print, "@page { size: letter; }\n@page broad { size: letter landscape; }\n")
        }
    }

    private static let screen: StaticString = """
        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0 auto; max-width: 62rem; padding: 0 1.5rem 3rem; background: #ffffff;
          color: #1a1a1a; overflow-wrap: break-word; hyphens: manual;
          font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        a { color: #0b4a6f; text-underline-offset: 0.15em; overflow-wrap: anywhere; }
        :focus-visible { outline: 3px solid #0b4a6f; outline-offset: 2px; }
        .skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 1rem;
          background: #0b4a6f; color: #ffffff; }
        .skip:focus { top: 0.5rem; }
        header { padding-top: 3rem; }
        h1 { font-size: 2rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.01em;
          margin: 0 0 1.25rem; max-width: 46rem; }
        h2 { font-size: 1.35rem; line-height: 1.3; font-weight: 650; color: #0b4a6f;
          margin: 0 0 1rem; padding-top: 1.25rem; border-top: 1px solid #c4c4c4; }
        h3 { font-size: 1.05rem; line-height: 1.4; font-weight: 650; margin: 1.75rem 0 0.5rem; }
        section { margin-top: 2.5rem; }
        main section:first-child { margin-top: 1rem; }
        nav + main section:first-child h2 { border-top: 0; }
        p, ul, ol { max-width: 44rem; margin: 0.6rem 0; }
        ul, ol { padding-left: 1.4rem; }
        li { margin: 0.25rem 0; }
        .lead { font-size: 1.15rem; line-height: 1.55; margin: 0.75rem 0; }
        .notice { border-left: 4px solid #0b4a6f; background: #edf2f5; padding: 0.7rem 1rem;
          margin: 1.25rem 0; }
        nav { margin: 1.5rem 0 0; padding: 0.8rem 0; border-top: 1px solid #c4c4c4;
          border-bottom: 1px solid #c4c4c4; font-size: 0.95rem; }
        nav ol { columns: 15rem auto; column-gap: 2rem; max-width: none; margin: 0; padding: 0;
          list-style: none; }
        nav li { margin: 0; padding: 0.15rem 0; break-inside: avoid; }
        dl { margin: 0.75rem 0; max-width: 54rem; }
        .fact { display: table; table-layout: fixed; width: 100%; }
        dt, dd { display: table-cell; vertical-align: top; padding: 0.2rem 0; margin: 0; }
        dt { width: 12rem; padding-right: 1.25rem; color: #454545; }
        dd ul { margin: 0; padding: 0; list-style: none; }
        dd li { margin: 0 0 0.25rem; }
        figure { margin: 1.5rem 0; }
        figcaption { max-width: 44rem; margin-bottom: 1.25rem; }
        figure svg { display: block; height: auto; direction: ltr; max-width: max(100%, 40rem); }
        #map svg { max-width: max(100%, 60rem); }
        .wide { overflow-x: auto; margin: 1rem 0; }
        table { border-collapse: collapse; font-size: 0.92rem; line-height: 1.45; width: 100%;
          font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 650; padding-bottom: 0.5rem; }
        thead th { text-align: left; vertical-align: bottom; font-weight: 600; color: #454545;
          border-bottom: 2px solid #1a1a1a; }
        tbody th { text-align: left; font-weight: 600; }
        th, td { padding: 0.45rem 1rem 0.45rem 0; vertical-align: top; }
        tbody th, td { border-bottom: 1px solid #dcdcdc; min-width: 4rem; }
        th:last-child, td:last-child { padding-right: 0; }
        .n, thead .n { text-align: right; white-space: nowrap; }
        .s { white-space: nowrap; }
        [hidden] { display: none !important; }
        footer { margin-top: 3.5rem; border-top: 1px solid #c4c4c4; padding-top: 1rem;
          font-size: 0.9rem; color: #454545; }
        .tools { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: end;
          margin: 1.5rem 0; }
        .tools > div { min-width: 0; max-width: 100%; }
        .tools select, .tools input { width: 100%; }
        label { display: block; font-size: 0.95rem; }
        select, input, button { font: inherit; color: inherit; background: #ffffff;
          border: 1px solid #595959; border-radius: 3px; padding: 0.35rem 0.6rem; min-height: 2.75rem; }
        button { cursor: pointer; }
        thead button { border: 0; padding: 0; min-height: 1.75rem; font-weight: 600;
          text-align: inherit; text-decoration: underline; text-underline-offset: 0.2em; }
        @media (max-width: 40rem) {
          body { padding: 0 1rem 2rem; }
          header { padding-top: 1.5rem; }
          h1 { font-size: 1.6rem; }
          .fact, dt, dd { display: block; width: auto; padding: 0; }
          dt { margin-top: 0.6rem; }
        }

        """

    private static let print: StaticString = """
        @page { margin: 18mm 17mm 20mm;
          @bottom-left { content: string(title); font: 8pt system-ui, sans-serif; color: #454545; }
          @bottom-right { content: counter(page) " / " counter(pages);
            font: 8pt system-ui, sans-serif; color: #454545; } }
        @media print {
          body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.45; }
          header { padding-top: 0; }
          h1 { font-size: 18pt; margin-bottom: 3mm; string-set: title content(); }
          h2 { font-size: 14pt; break-after: avoid; }
          h3 { font-size: 11pt; break-after: avoid; }
          section { margin-top: 6mm; }
          nav, .skip, .tools { display: none; }
          .lead { font-size: 11.5pt; }
          p, li, dd { orphans: 3; widows: 3; }
          dt { width: 48mm; }
          dt, dd { padding: 0.6mm 0; }
          .lead { margin: 2mm 0; }
          caption { font-weight: bold; }
          .wide { overflow: visible; margin: 3mm 0; }
          table { font-size: 8.8pt; }
          th, td { padding-right: 2.2mm; }
          tbody th, td { min-width: 0; }
          tbody th { hyphens: auto; }
          h2 + p { break-after: avoid; }
          tbody tr:first-child { break-after: avoid; }
          thead { display: table-header-group; }
          caption, thead { break-after: avoid; }
          tr, figure, .notice, .fact { break-inside: avoid; }
          figure { margin: 4mm 0; }
          figcaption { margin-bottom: 3mm; }
          figure svg, #map svg { max-width: 100%; max-height: 215mm; margin: 0 auto; }
          #picture svg { max-height: 96mm; }
          #picture .tall svg { max-height: 215mm; }
          #map svg { max-height: 122mm; }
          #map, .broad { page: broad; }
          .notice { margin: 3mm 0; padding: 2mm 3mm; }
        }

        """
}
