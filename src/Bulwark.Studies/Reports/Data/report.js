(function () {
  'use strict';
  var bar = document.getElementById('filter');
  var word = document.getElementById('filter-word');
  var fate = document.getElementById('filter-fate');
  var count = document.getElementById('filter-count');
  var ledgers = Array.prototype.slice.call(document.querySelectorAll('details.ledger'));
  function apply() {
    var wanted = word.value.toLowerCase();
    var shown = 0;
    ledgers.forEach(function (ledger) {
      var fits = (fate.value === '' || ledger.getAttribute('data-fate') === fate.value) && ledger.textContent.toLowerCase().indexOf(wanted) >= 0;
      ledger.style.display = fits ? '' : 'none';
      if (fits) { shown++; }
    });
    count.textContent = shown + ' of ' + ledgers.length + ' shown';
  }
  bar.style.display = 'flex';
  word.addEventListener('input', apply);
  fate.addEventListener('change', apply);
  apply();
}());
