"use strict";
(() => {
  const figure = document.getElementById("figure");
  const news = document.getElementById("news");
  const said = document.body.dataset;
  const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select") !== null;
  const acting = (target) => target.closest("a, button, summary, input[type=checkbox]") !== null;
  const leaving = () => { busy = true; };
  let busy = false;

  /* Keys: each stands on a button, a link or a field that can be reached without it. */
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { escaped(event.target); return; }
    if (event.key === "F6") { event.preventDefault(); nextPane(); return; }
    if (event.key === "Enter" && figure && (event.ctrlKey || event.metaKey)) { pressed(event, "correct"); return; }
    if (event.key === "Enter" && figure && figure.contains(event.target) && typing(event.target)) {
      /* In a field, Enter saves what was changed; it never accepts by accident. */
      pressed(event, event.target.id === "f-reason" && changed().length === 0 ? "note" : "correct");
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "Enter" && acting(event.target)) return;
    if (event.key === "m" && document.getElementById("missed")) { event.preventDefault(); missed(); return; }
    if (figure && fromWords(event.key)) { event.preventDefault(); return; }
    if (listed(event.key)) { event.preventDefault(); return; }
    const wanted = `[data-key="${CSS.escape(event.key)}"]:not(aside)`;
    const held = item()?.querySelector(wanted) ?? document.querySelector(wanted);
    if (!held || busy) return;
    event.preventDefault();
    const field = held.dataset.to ? document.getElementById(held.dataset.to) : held;
    if (field.matches("input, select")) { field.focus(); if (field.select) field.select(); } else { field.click(); }
  });
  document.addEventListener("submit", leaving);

  function pressed(event, id) { event.preventDefault(); document.getElementById(id).click(); }

  function escaped(target) {
    document.querySelectorAll("details.all[open]").forEach((box) => { box.open = false; });
    if (typing(target)) target.blur();
  }

  function nextPane() {
    const panes = [...document.querySelectorAll("#queue, #main, #edit")];
    const here = panes.findIndex((pane) => pane.contains(document.activeElement));
    panes[(here + 1) % panes.length]?.focus();
  }

  /* What was changed and is not saved. */
  const fields = figure ? [...figure.querySelectorAll("input[name]:not([type=hidden]), select")] : [];
  const at = (field) => (field.type === "checkbox" ? field.checked : field.value);
  const first = new Map(fields.map((field) => [field, at(field)]));
  const changed = () => fields.filter((field) => field.name !== "reason" && at(field) !== first.get(field));
  const unsaved = () => fields.some((field) => at(field) !== first.get(field)) || document.getElementById("missed")?.open;
  const marked = (field) => field.classList.toggle("changed", at(field) !== first.get(field));
  fields.forEach((field) => field.addEventListener("input", () => marked(field)));
  /* A plain number bounds itself: its bounds go with it while they are the same. */
  const [best, low, high] = ["best", "low", "high"].map((name) => document.getElementById(`f-${name}`));
  const alike = (field) => field.value === best.dataset.was;
  best?.addEventListener("focus", () => { best.dataset.was = best.value; });
  best?.addEventListener("input", () => {
    if (alike(low) && alike(high)) [low, high].forEach((bound) => { bound.value = best.value; marked(bound); });
    best.dataset.was = best.value;
  });
  addEventListener("pageshow", () => { busy = false; });

  /* The row of the report that words are selected in, and the words. */
  function selected() {
    const chosen = getSelection();
    const words = String(chosen).trim();
    const row = words && chosen.rangeCount ? chosen.getRangeAt(0).startContainer.parentElement?.closest("p[data-start]") : null;
    return row ? { words, row, range: chosen.getRangeAt(0) } : null;
  }

  /* A field from the words selected. */
  function fromWords(key) {
    const name = { n: "best", s: "speaker", g: "noun", p: "place", h: "hedge", c: "outcome" }[key];
    const held = name && selected();
    if (!held) return false;
    if (name === "hedge" || name === "outcome") { chosenBy(name, held.words); return true; }
    const field = document.getElementById(`f-${name}`);
    field.value = held.words.replace(/\s+/g, " ");
    if (name === "best") [low, high].forEach((bound) => { bound.value = field.value; marked(bound); });
    marked(field);
    field.focus();
    return true;
  }

  /* A hedge or an outcome by its words: the server knows what they tell; where that is nothing or several, the field is asked. */
  async function chosenBy(name, words) {
    const field = document.getElementById(`f-${name}`);
    const answer = await fetch(`/choice?${new URLSearchParams({ field: name, words })}`).catch(() => null);
    const { choice } = answer?.ok ? await answer.json() : {};
    if (choice) { field.value = choice; marked(field); }
    field.focus();
  }

  /* A missed figure from the words selected. */
  function missed() {
    const held = selected();
    document.getElementById("missed").open = true;
    if (held) {
      const before = document.createRange();
      before.selectNodeContents(held.row);
      before.setEnd(held.range.startContainer, held.range.startOffset);
      document.getElementById("m-words").value = held.words;
      document.getElementById("m-start").value = Number(held.row.dataset.start) + Array.from(before.toString()).length;
      document.getElementById("m-outcome").focus();
    } else {
      document.getElementById("m-words").focus();
    }
  }

  /* Figures of measures, findings, reports, decisions: from one to the next; a figure is ticked, a finding told what it is. */
  const item = () => document.activeElement.closest("[data-item]");
  function listed(key) {
    const here = item();
    if (here?.type === "checkbox" && key === "x") { here.click(); return true; }
    const choice = here?.querySelector("[data-pick]");
    if (choice?.dataset.pick.includes(key)) {
      choice.selectedIndex = choice.dataset.pick.indexOf(key);
      choice.form.elements[choice.dataset.then].focus();
      return true;
    }
    const items = [...document.querySelectorAll("[data-item]")];
    if (!items.length || (key !== "j" && key !== "k")) return false;
    const at = items.indexOf(here);
    items[Math.min(items.length - 1, Math.max(0, at + (key === "j" ? 1 : -1)))].focus();
    return true;
  }
  [...document.querySelectorAll("[data-item]")].find((one) => one.id && `#${encodeURI(one.id)}` === location.hash)?.focus();

  /* The queue shows its figure; on narrow screens, where it is no pane of its own, the page stays where it is. */
  const queue = document.getElementById("queue");
  const chosen = queue?.querySelector(".chosen");
  if (chosen && queue.scrollHeight > queue.clientHeight) queue.scrollTop = chosen.offsetTop - queue.clientHeight / 2;

  /* Others' changes: by server-sent events, else by asking. */
  let head = Number(document.documentElement.dataset.head);
  function present(here) {
    const you = document.querySelector(".who a")?.textContent;
    const others = here.filter(([name]) => name && name !== you);
    document.getElementById("others").replaceChildren(...others.flatMap(([name, inside]) => {
      const who = document.createElement("span");
      who.className = "other";
      who.append(name);
      if (inside) {
        const tile = document.createElement("b");
        tile.className = "siglum";
        tile.textContent = inside;
        who.append(`, ${said.in} `, tile);
      }
      return [" ", who];
    }));
    const people = new Set(here.map(([name]) => name)).size;
    const told = document.getElementById("people");
    if (told) told.textContent = people > 1 ? said.people.replace("#", people) : said.alone;
  }
  async function told(data) {
    present(data.here);
    if (data.head === head || busy) return;
    head = data.head;
    const answer = await fetch(location.href, { redirect: "error" }).catch(() => null);
    if (!answer || !answer.ok || busy) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const swap = (id) => {
      const [mine, theirs] = [document.getElementById(id), page.getElementById(id)];
      if (!mine || !theirs) return;
      const at = mine.scrollTop;
      mine.replaceWith(theirs);
      theirs.scrollTop = at;
    };
    swap("queue");
    swap("decisions");
    const other = page.querySelector("#edit .on")?.textContent.replace(/\s+/g, " ");
    const same = other === document.querySelector("#edit .on")?.textContent.replace(/\s+/g, " ");
    if (!figure || same) return;
    news.hidden = false;
    if (unsaved()) {
      news.textContent = said.yours;
      return;
    }
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = said.show;
    news.replaceChildren(`${said.anew} `, link);
  }
  const lost = () => { news.hidden = false; news.textContent = said.lost; };
  const inside = encodeURIComponent(document.documentElement.dataset.inside || "");
  const ask = () => fetch("/head").then((answer) => answer.json()).then(told).catch(lost);
  if (!document.getElementById("others")) return;
  if ("EventSource" in window) {
    const stream = new EventSource(`/live?in=${inside}`);
    stream.onmessage = (event) => { if (news.textContent === said.lost) news.hidden = true; told(JSON.parse(event.data)); };
    stream.onerror = () => { if (stream.readyState === EventSource.CLOSED) setInterval(ask, 3000); else if (!busy) lost(); };
    addEventListener("pagehide", () => stream.close());
  } else {
    setInterval(ask, 3000);
  }
})();
