// SPDX-License-Identifier: Apache-2.0
// What is asked of a page from inside; each probe returns a list of faults, or a value.
([probe, argument]) => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const isShown = (element) => element.checkVisibility();

  /** A short way to find an element again: its path, and what it says. */
  const place = (element) => {
    const steps = [];
    for (let step = element; step && step !== document.documentElement; step = step.parentElement) {
      const twins = step.parentElement
        ? [...step.parentElement.children].filter((other) => other.tagName === step.tagName) : [];
      const number = twins.length > 1 ? `:nth-of-type(${twins.indexOf(step) + 1})` : "";
      steps.unshift(step.localName + (step.id ? `#${step.id}` : "") + number);
    }
    const text = (element.textContent || "").trim().replace(/\s+/g, " ").slice(0, 60);
    return steps.slice(-4).join(" > ") + (text ? ` “${text}”` : "");
  };

  /** The name that assistive technology reads of a region, a table or a picture. */
  const label = (element) => {
    const ids = (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
    const named = ids.map((id) => document.getElementById(id)?.textContent.trim() || "");
    return (named.join(" ") || element.getAttribute("aria-label") || "").trim();
  };

  const faults = [];
  const fault = (what, element) => faults.push(element ? `${what}: ${place(element)}` : what);

  // MARK: Structure

  const headings = () => {
    const shown = all("h1, h2, h3, h4, h5, h6").filter(isShown);
    const first = shown.filter((heading) => heading.localName === "h1");
    if (first.length !== 1) fault(`${first.length} h1 instead of one`);
    let before = 0;
    for (const heading of shown) {
      const level = Number(heading.localName[1]);
      if (level > before + 1) fault(`h${level} follows ${before ? `h${before}` : "nothing"}`, heading);
      if (!heading.textContent.trim()) fault("an empty heading", heading);
      before = level;
    }
  };

  const landmarks = () => {
    const mains = all("main, [role=main]");
    if (mains.length !== 1) fault(`${mains.length} main landmarks instead of one`);
    for (const name of ["header", "footer"]) {
      const found = all(name).filter(
        (element) => !element.parentElement.closest("article, aside, main, nav, section"));
      if (found.length > 1) fault(`${found.length} ${name} landmarks`, found[1]);
      for (const inside of all(`main ${name}`)) {
        if (!inside.closest("article, aside, nav, section")) {
          fault(`a ${name} inside main is no landmark`, inside);
        }
      }
    }
  };

  const tables = () => {
    for (const cell of all("th")) {
      if (!/^(col|row|colgroup|rowgroup)$/.test(cell.getAttribute("scope") || "")) {
        fault("a th without scope", cell);
      }
    }
    for (const table of all("table")) {
      const caption = table.caption?.textContent.trim();
      if (!caption && !label(table)) fault("a table without caption or label", table);
      if (table.rows.length && !table.querySelector("th")) fault("a table without headings", table);
    }
  };

  const ids = () => {
    const seen = new Set();
    for (const element of all("[id]")) {
      if (seen.has(element.id)) fault(`the id ${element.id} stands twice`, element);
      seen.add(element.id);
    }
  };

  const structure = () => {
    const language = document.documentElement.getAttribute("lang") || "";
    if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language)) fault(`html has the lang "${language}"`);
    if (!document.title.trim()) fault("the title is empty");
    headings();
    landmarks();
    tables();
    ids();
    return faults;
  };

  // MARK: Reflow

  const scrollsSideways = (element) =>
    /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth;

  const reflow = () => {
    const page = document.scrollingElement;
    if (page.scrollWidth > page.clientWidth) {
      const spills = (element) => getComputedStyle(element).overflowX === "visible";
      const isFree = (element) => element === document.body
        || spills(element.parentElement) && isFree(element.parentElement);
      const reach = (element) => {
        const { left, right } = element.getBoundingClientRect();
        return spills(element) ? Math.max(right, left + element.scrollWidth) : right;
      };
      const isWide = (element) => isShown(element) && isFree(element)
        && reach(element) > page.clientWidth + 0.5;
      fault(`the page is ${page.scrollWidth} px wide in ${page.clientWidth} px`,
        all("body *").filter(isWide).at(-1));
    }
    for (const element of all("body *").filter(isShown)) {
      if (scrollsSideways(element)) {
        if (element.tabIndex < 0 || !element.hasAttribute("tabindex")) {
          fault("a region that scrolls has no tabindex", element);
        }
        if (!/^(region|group)$/.test(element.getAttribute("role") || "") || !label(element)) {
          fault("a region that scrolls has no role=region with a label", element);
        }
      }
      const isClipped = /hidden|clip/.test(getComputedStyle(element).overflowX)
        && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
      if (isClipped && !element.closest("svg")) fault("text is cut off", element);
    }
    return faults;
  };

  // MARK: Keyboard

  const isReachable = (element) => element.tabIndex >= 0 && isShown(element)
    && (element.matches("a[href], button, input, select, textarea, summary, [tabindex]"))
    && !element.disabled && getComputedStyle(element).visibility !== "hidden";

  const reachable = () => all("body *").filter(isReachable).map(place);

  /** Looks at what has the focus now; null where nothing has it. */
  const focused = () => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const before = window.__vardeFocused;
    window.__vardeFocused = element;
    const style = getComputedStyle(element);
    return {
      place: place(element),
      isReachable: isReachable(element),
      follows: !before || Boolean(
        before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
      isVisible: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
      isPositive: element.tabIndex > 0,
    };
  };

  // MARK: Pictures

  /** The box of a text in the coordinates of its picture. */
  const box = (picture, text) => {
    const matrix = picture.getScreenCTM().inverse().multiply(text.getScreenCTM());
    const { x, y, width, height } = text.getBBox();
    const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]].map(
      ([a, b]) => new DOMPoint(a, b).matrixTransform(matrix));
    const [xs, ys] = [corners.map((point) => point.x), corners.map((point) => point.y)];
    return {
      text, isTurned: Math.abs(matrix.b) > 0.001,
      left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys),
    };
  };

  const isOutside = (frame, it) => {
    const most = 0.5;
    return it.left < frame.x - most || it.top < frame.y - most
      || it.right > frame.x + frame.width + most || it.bottom > frame.y + frame.height + most;
  };

  const overlap = (one, other) => Math.min(
    Math.min(one.right, other.right) - Math.max(one.left, other.left),
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));

  const picture = (svg) => {
    const frame = svg.viewBox.baseVal;
    if (!frame || !frame.width || !frame.height) {
      fault("a picture without a viewBox", svg);
      return;
    }
    if (!label(svg)) fault("a picture without a name", svg);
    const texts = all("text", svg).filter(
      (text) => text.closest("svg[role=img]") === svg && text.textContent.trim());
    const boxes = texts.map((text) => box(svg, text));
    contrasts(svg, texts);
    for (const it of boxes) {
      if (isOutside(frame, it)) {
        const sides = [it.left, it.top, it.right, it.bottom].map((side) => side.toFixed(1));
        fault(`a text at ${sides.join(" ")} leaves ${frame.width} × ${frame.height}`, it.text);
      }
    }
    const level = boxes.filter((it) => !it.isTurned);
    level.forEach((one, number) => {
      for (const other of level.slice(number + 1)) {
        const deep = overlap(one, other);
        if (deep > 1) {
          fault(`texts overlap by ${deep.toFixed(1)} px, “${other.text.textContent.trim()}”`, one.text);
        }
      }
    });
  };

  /** The luminance of a colour (WCAG 2.2), of its red, green and blue. */
  const luminance = (colour) => {
    const parts = colour.map((part) => part / 255).map(
      (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };

  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  /** The red, green and blue that a shape is filled with, and how opaque; null where it is not. */
  const paint = (shape) => {
    const style = getComputedStyle(shape);
    const hatch = style.fill.match(/url\("?#([^")]+)"?\)/);
    const stripe = hatch && document.getElementById(hatch[1])?.querySelector("[stroke], [fill]");
    const colour = stripe ? getComputedStyle(stripe).stroke : style.fill;
    const parts = (colour.match(/[\d.]+/g) || []).map(Number);
    if (parts.length < 3) return null;
    return { colour: parts.slice(0, 3), opacity: (parts[3] ?? 1) * style.fillOpacity * style.opacity };
  };

  /** What a point of a picture is painted with below a text, white to begin with. */
  const ground = (shapes, text, point) => {
    let colour = [255, 255, 255];
    for (const shape of shapes) {
      if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      const painted = paint(shape);
      const inside = point.matrixTransform(shape.getScreenCTM().inverse());
      if (painted && shape.isPointInFill(inside)) {
        colour = colour.map((part, number) =>
          part + (painted.colour[number] - part) * painted.opacity);
      }
    }
    return colour;
  };

  /** Axe cannot tell the contrast of texts in pictures, so it is computed from the shapes below. */
  const contrasts = (svg, texts) => {
    const shapes = all("rect, path, circle, ellipse, polygon", svg)
      .filter((shape) => !shape.closest("defs"));
    for (const text of texts) {
      const { x, y, width, height } = text.getBBox();
      const matrix = text.getScreenCTM();
      const ratios = [0.02, 0.25, 0.5, 0.75, 0.98].map((share) => contrast(paint(text).colour, ground(
        shapes, text, new DOMPoint(x + width * share, y + height / 2).matrixTransform(matrix))));
      const least = Math.min(...ratios);
      if (least < 7) fault(`a text has a contrast of ${least.toFixed(2)}, not 7`, text);
    }
  };

  const pictures = () => {
    all("svg[role=img]").forEach(picture);
    return faults;
  };

  const pictureCount = () => all("svg[role=img]").length;

  // MARK: Safety

  const loading = ["src", "srcset", "srcdoc", "action", "formaction", "background", "poster", "data",
    "ping", "manifest", "longdesc", "cite", "usemap", "code", "archive", "codebase", "from", "to",
    "values", "begin"];
  const allowed = new Set(["html", "head", "meta", "title", "style", "body", "header", "main",
    "section", "nav", "article", "aside", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul",
    "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "div", "span", "strong", "em", "b", "i",
    "small", "abbr", "code", "time", "br", "hr", "wbr", "bdi", "bdo", "sub", "sup", "mark",
    "details", "summary", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr",
    "th", "td", "a", "svg", "g", "desc", "path", "rect", "line", "circle", "ellipse", "polyline",
    "polygon", "text", "tspan", "defs", "pattern", "clippath", "marker", "symbol", "use",
    "lineargradient", "stop"]);
  const onIndex = new Set(["script", "button", "input", "select", "option", "label", "fieldset",
    "legend", "output", "noscript"]);

  const attribute = (element, { name, value }) => {
    const isDescription = element.localName === "meta" && name === "content";
    if (/^on/i.test(name)) fault(`the attribute ${name}`, element);
    if (loading.includes(name.toLowerCase())) fault(`the attribute ${name}`, element);
    if (/^\s*(javascript|data|vbscript)\s*:/i.test(value) && !isDescription) {
      fault(`the attribute ${name} holds a script address`, element);
    }
    if (name === "style" && /url\s*\(|expression|@import/i.test(value)) {
      fault("a style that loads", element);
    }
    if (/url\(\s*(?!#)/.test(value) && element.closest("svg")) fault(`${name} loads`, element);
    if (name === "autofocus") fault("the attribute autofocus", element);
  };

  const address = (element, value, isIndex) => {
    const isPlain = isIndex && /^[A-Za-z0-9%._~-]+\.html$/.test(value);
    if (!/^https:\/\/[^\s]+$/.test(value) && !/^#\S*$/.test(value) && !isPlain) {
      fault(`the address ${value}`, element);
    }
    if (value.startsWith("#") && value.length > 1
      && !document.getElementById(decodeURIComponent(value.slice(1)))) {
      fault(`the address ${value} leads nowhere`, element);
    }
  };

  const safety = ({ isIndex }) => {
    for (const element of all("*")) {
      const name = element.localName.toLowerCase();
      if (!allowed.has(name) && !(isIndex && onIndex.has(name))) fault(`the element ${name}`, element);
      const drawn = element.namespaceURI === "http://www.w3.org/2000/svg";
      if (!drawn && element.namespaceURI !== "http://www.w3.org/1999/xhtml") {
        fault(`an element of ${element.namespaceURI}`, element);
      }
      for (const one of element.attributes) attribute(element, one);
      for (const link of ["href", "xlink:href"]) {
        if (element.hasAttribute(link)) address(element, element.getAttribute(link), isIndex);
      }
      if (name === "style" && /url\s*\(\s*["']?(?!#)|@import|expression/i.test(element.textContent)) {
        fault("a style sheet that loads", element);
      }
      if (name === "meta" && element.httpEquiv && element.httpEquiv !== "Content-Security-Policy") {
        fault(`meta ${element.httpEquiv}`, element);
      }
    }
    return faults;
  };

  const policies = () => all('head > meta[http-equiv="Content-Security-Policy"]').map((meta) => ({
    content: meta.content,
    isFirst: all("style, script, title, link").every((other) => Boolean(
      meta.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)),
  }));

  const scripts = () => all("script").map((script) => script.textContent);

  const links = () => all("a[href]").map((link) => link.getAttribute("href"))
    .filter((href) => !/^(https:|#)/.test(href));

  const executed = () => {
    if (window.__varde_pwned !== undefined) fault("a payload ran and set a variable");
    for (const element of all("#varde-pwned")) fault("a payload became an element", element);
    return faults;
  };

  // MARK: Text

  const text = () => document.body ? document.body.innerText : document.documentElement.textContent;

  const rows = () => all("tbody").map((rows) => rows.innerText).join("\n");

  const shownRows = () => all("tbody tr").filter(isShown).length;

  const probes = {
    structure, reflow, reachable, focused, pictures, pictureCount, safety, policies, scripts, links,
    executed, text, rows, shownRows,
  };
  return probes[probe](argument);
}
