// Search over everything on the page: paragraphs of reports, rows, findings, speakers, dates; hits are marked where they stand.
(function () {
  "use strict";
  var form = document.getElementById("search"), box = document.getElementById("found"), main = document.getElementById("main");
  var field = form.elements.q, index = null, timer = 0, MOST = 100;
  var PLACES = ".para, .furn, tr.main, tr.band, tr.rd, .finding, table.plain tbody tr, table.reports tbody tr, .problems li, .stm, .tie";
  // The same places in the markup of a part that sleeps; each ends before the next, or with its part.
  var SLEEPING = /(?=<(?:div class="(?:para|finding)\b|details class="(?:furn|tie)"|tr><th scope="row"))/, END = /\n<\/(?:div|section|tbody)>/;
  var UNSAID = /<(span|bdi) class="(?:vh|num|op|cl)"[^>]*>[^<]*<\/\1>|<sup>.*?<\/sup>|<button.*?<\/button>/g, SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0", "#34": '"', "#39": "'" };
  function words(markup) {
    return markup.replace(UNSAID, "").replace(/<\/(?:p|t[dh]|d[dt]|li|div|summary)>/g, " ").replace(/<[^>]*>/g, "")
      .replace(/&(amp|lt|gt|quot|nbsp|#34|#39);/g, function (all, name) { return SIGNS[name]; }).replace(/\s+/g, " ").trim();
  }
  function holder(element) { return element.closest(".report, .view"); }
  function build() {
    index = Array.prototype.map.call(main.querySelectorAll(PLACES), function (element) { return { holder: holder(element), said: words(element.outerHTML) }; });
    main.querySelectorAll("noscript").forEach(function (part) {
      if (part.closest("tr")) return;
      part.textContent.split(SLEEPING).slice(1).forEach(function (markup) { index.push({ holder: holder(part), said: words(markup.split(END)[0]) }); });
    });
    index.forEach(function (entry) { entry.plain = headwater.words.fold(entry.said); });
  }
  function context(said, asked) {
    var at = -1, start = 0;
    said.replace(/\S+/g, function (word, place) {
      if (at < 0 && asked.some(function (one) { return headwater.words.fold(word).indexOf(one.split(" ").slice(0, 2).join(" ")) >= 0; })) at = place;
    });
    start = at > 80 ? said.indexOf(" ", at - 70) + 1 : 0;
    return (start ? "… " : "") + said.slice(start, start + 220) + (start + 220 < said.length ? " …" : "");
  }
  function where(held) {
    var listed = main.querySelector('table.reports a[href="#' + held.id + '"]');
    if (listed) return listed.textContent + " " + listed.title;
    return document.querySelector('nav [data-view="' + held.id.slice(5) + '"]').textContent;
  }
  function open(entry, asked) {
    headwater.wake(entry.holder.matches("#view-collation, #view-reports") ? document.createElement("p") : entry.holder);
    var element = Array.prototype.find.call(entry.holder.querySelectorAll(PLACES), function (one) { return words(one.outerHTML) === entry.said; }) || entry.holder;
    if (!element.id) element.id = "hit-" + main.querySelectorAll('[id^="hit-"]').length;
    clear();
    headwater.words.mark(element, asked);
    location.hash = element.id;
  }
  function clear() {
    field.value = "";
    box.hidden = true;
    box.textContent = "";
    main.classList.remove("searching");
  }
  function line(entry, asked) {
    var item = document.createElement("li"), link = document.createElement("a"), place = document.createElement("span");
    place.className = "place";
    place.textContent = where(entry.holder);
    link.href = "#" + entry.holder.id;
    link.textContent = context(entry.said, asked);
    link.addEventListener("click", function (event) { event.preventDefault(); open(entry, asked); });
    headwater.words.mark(link, asked);
    item.append(place, link);
    return item;
  }
  function run() {
    headwater.words.unmark();
    var asked = headwater.words.query(field.value), list = document.createElement("ol"), head = document.createElement("h1");
    box.textContent = "";
    box.hidden = !asked.length;
    main.classList.toggle("searching", !!asked.length);
    if (!asked.length) return;
    if (!index) build();
    var hits = index.filter(function (entry) { return asked.every(function (one) { return entry.plain.indexOf(one) >= 0; }); });
    head.className = "section";
    head.textContent = hits.length ? hits.length + " " + box.dataset.count : box.dataset.none;
    hits.slice(0, MOST).forEach(function (hit) { list.appendChild(line(hit, asked)); });
    if (hits.length > MOST) list.appendChild(document.createElement("li")).textContent = "+ " + (hits.length - MOST) + " " + box.dataset.more;
    box.append(head, list);
  }
  field.addEventListener("focus", function () { if (!index) build(); });
  field.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(run, 120); });
  form.addEventListener("submit", function (event) { event.preventDefault(); run(); });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
      field.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Escape" && event.target === field && field.value) { clear(); run(); }
  });
})();
