"use strict";
(() => {
  const figure = document.getElementById("figure");
  const news = document.getElementById("news");
  const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select") !== null;
  const leaving = () => { busy = true; };
  let busy = false;

  /* Keys: each stands on a button, a link or a field that can be reached without it. */
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && figure) {
      event.preventDefault();
      document.getElementById("correct").click();
      return;
    }
    if (event.key === "Enter" && event.target.id === "f-reason" && changed().length === 0) {
      event.preventDefault();
      document.getElementById("note").click();
      return;
    }
    if (event.key === "Enter" && figure && figure.contains(event.target) && typing(event.target)) {
      /* In a field, Enter saves what was changed; it never accepts by accident. */
      event.preventDefault();
      document.getElementById("correct").click();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "m" && document.getElementById("missed")) { event.preventDefault(); missed(); return; }
    const held = document.querySelector(`[data-key="${CSS.escape(event.key)}"]:not(aside)`);
    if (!held || busy) return;
    event.preventDefault();
    if (held.matches("input, select")) { held.focus(); if (held.select) held.select(); } else { held.click(); }
  });
  document.addEventListener("submit", leaving);

  /* What was changed and is not saved. */
  const fields = figure ? [...figure.querySelectorAll("input[name]:not([type=hidden]), select")] : [];
  const at = (field) => (field.type === "checkbox" ? field.checked : field.value);
  const first = new Map(fields.map((field) => [field, at(field)]));
  const changed = () => fields.filter((field) => field.name !== "reason" && at(field) !== first.get(field));
  const unsaved = () => fields.some((field) => at(field) !== first.get(field)) || document.getElementById("missed")?.open;
  fields.forEach((field) => field.addEventListener("input", () => field.classList.toggle("changed", at(field) !== first.get(field))));
  addEventListener("pageshow", () => { busy = false; });

  /* A missed figure from the words selected. */
  function missed() {
    const box = document.getElementById("missed");
    const chosen = getSelection();
    const words = String(chosen).trim();
    box.open = true;
    const row = chosen.rangeCount ? (chosen.getRangeAt(0).startContainer.parentElement?.closest("p[data-start]")) : null;
    if (words && row) {
      const before = document.createRange();
      before.selectNodeContents(row);
      before.setEnd(chosen.getRangeAt(0).startContainer, chosen.getRangeAt(0).startOffset);
      document.getElementById("m-words").value = words;
      document.getElementById("m-start").value = Number(row.dataset.start) + Array.from(before.toString()).length;
      document.getElementById("m-outcome").focus();
    } else {
      document.getElementById("m-words").focus();
    }
  }

  document.querySelector(".queue .chosen")?.scrollIntoView({ block: "nearest" });

  /* Others' changes: by server-sent events, else by asking. */
  let head = Number(document.documentElement.dataset.head);
  async function told(data) {
    const you = document.querySelector(".who a")?.textContent;
    const others = data.here.filter((name) => name && name !== you);
    document.getElementById("others").textContent = others.length ? `, ${others.join(", ")}` : "";
    if (data.head === head || busy) return;
    head = data.head;
    const answer = await fetch(location.href, { redirect: "error" }).catch(() => null);
    if (!answer || !answer.ok || busy) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const swap = (id) => {
      const [mine, theirs] = [document.getElementById(id), page.getElementById(id)];
      if (mine && theirs) mine.replaceWith(theirs);
    };
    swap("queue");
    swap("decisions");
    const other = page.querySelector("#edit .on")?.textContent.replace(/\s+/g, " ");
    const same = other === document.querySelector("#edit .on")?.textContent.replace(/\s+/g, " ");
    if (!figure || same) return;
    news.hidden = false;
    news.textContent = unsaved()
      ? "Another reviewer decided on this figure while you were editing it. Yours is kept: saving shows both."
      : "Another reviewer decided on this figure: ";
    if (!unsaved()) {
      const link = document.createElement("a");
      link.href = location.href;
      link.textContent = "show it";
      news.append(link);
    }
  }
  const ask = () => fetch("/head").then((answer) => answer.json()).then(told).catch(() => {
    news.hidden = false;
    news.textContent = "Not connected. What you decide now is not saved until the server answers again.";
  });
  if (!document.getElementById("others")) return;
  if ("EventSource" in window) {
    const stream = new EventSource("/live");
    stream.onmessage = (event) => told(JSON.parse(event.data));
    stream.onerror = () => { if (stream.readyState === EventSource.CLOSED) setInterval(ask, 3000); };
    addEventListener("pagehide", () => stream.close());
  } else {
    setInterval(ask, 3000);
  }
})();
