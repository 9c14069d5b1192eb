//! A workbook with its formulas, and what they give: as much of a spreadsheet as ours uses.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

/// What a cell holds or gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Number(f64),
    Text(String),
    Flag(bool),
}

impl PartialEq<&str> for Cell {
    fn eq(&self, other: &&str) -> bool {
        matches!(self, Self::Text(text) if text == other)
    }
}

impl Cell {
    pub fn number(&self) -> f64 {
        match self {
            Self::Number(number) => *number,
            Self::Flag(yes) => f64::from(u8::from(*yes)),
            Self::Empty => 0.0,
            Self::Text(text) => panic!("`{text}` is no number"),
        }
    }

    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            _ => String::new(),
        }
    }

    /// The same text, or numbers apart by rounding only.
    pub fn is_near(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => (a - b).abs() <= 1e-6 * a.abs().max(1.0),
            // An empty text is read as an empty cell.
            _ => self.text() == other.text(),
        }
    }
}

type Address = (String, usize, usize);

/// A workbook.
pub struct Book {
    values: BTreeMap<Address, Cell>,
    formulas: BTreeMap<Address, String>,
}

impl Book {
    pub fn read(bytes: &[u8]) -> Self {
        let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
        let (mut values, mut formulas) = (BTreeMap::new(), BTreeMap::new());
        for sheet in workbook.sheet_names() {
            let range = workbook.worksheet_range(&sheet).unwrap();
            let (top, left) = range.start().unwrap();
            for (row, column, value) in range.used_cells() {
                let value = match value {
                    Data::Float(number) => Cell::Number(*number),
                    Data::Int(number) => Cell::Number(*number as f64),
                    Data::String(text) => Cell::Text(text.clone()),
                    Data::Bool(yes) => Cell::Flag(*yes),
                    other => panic!("{sheet} {row} {column}: {other:?}"),
                };
                values.insert((sheet.clone(), top as usize + row, left as usize + column), value);
            }
            let range = workbook.worksheet_formula(&sheet).unwrap();
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, text) in range.used_cells() {
                formulas.insert(
                    (sheet.clone(), top as usize + row, left as usize + column),
                    text.clone(),
                );
            }
        }
        Self { values, formulas }
    }

    /// What the cell holds, as it was written.
    pub fn value(&self, sheet: &str, row: usize, column: usize) -> Cell {
        let found = self.values.get(&(sheet.into(), row, column));
        found.cloned().unwrap_or(Cell::Empty)
    }

    /// Types a number over what a cell holds.
    pub fn put(&mut self, sheet: &str, row: usize, column: usize, number: f64) {
        let address = (sheet.into(), row, column);
        self.formulas.remove(&address);
        self.values.insert(address, Cell::Number(number));
    }

    pub fn formulas(&self) -> Vec<Address> {
        self.formulas.keys().cloned().collect()
    }

    /// What the cell gives: its formula worked out from the cells it names, else its value.
    pub fn computed(&self, sheet: &str, row: usize, column: usize) -> Cell {
        match self.formulas.get(&(sheet.into(), row, column)) {
            Some(formula) => {
                let mut reader = Formula {
                    book: self,
                    sheet,
                    rest: formula,
                };
                let found = reader.compared().alone();
                assert_eq!(reader.rest, "", "not understood in `{formula}`");
                found
            }
            None => self.value(sheet, row, column),
        }
    }
}

/// One value or a range of them.
enum Given {
    One(Cell),
    Many(Vec<Cell>),
}

impl Given {
    fn alone(self) -> Cell {
        match self {
            Self::One(cell) => cell,
            Self::Many(mut cells) => {
                assert_eq!(cells.len(), 1, "a range where one value is wanted");
                cells.remove(0)
            }
        }
    }

    fn all(self) -> Vec<Cell> {
        match self {
            Self::One(cell) => vec![cell],
            Self::Many(cells) => cells,
        }
    }
}

/// A formula on the way from left to right.
struct Formula<'a> {
    book: &'a Book,
    sheet: &'a str,
    rest: &'a str,
}

impl<'a> Formula<'a> {
    fn takes(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign);
        if let Some(rest) = rest {
            self.rest = rest;
        }
        rest.is_some()
    }

    fn while_(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|letter| !wanted(letter)).unwrap_or(self.rest.len());
        let (found, rest) = self.rest.split_at(end);
        self.rest = rest;
        found
    }

    fn compared(&mut self) -> Given {
        let left = self.joined();
        for sign in ["<=", ">=", "<>", "<", ">", "="] {
            if self.takes(sign) {
                let (a, b) = (left.alone(), self.joined().alone());
                let (a, b) = (a.number(), b.number());
                let holds = match sign {
                    "<=" => a <= b,
                    ">=" => a >= b,
                    "<>" => a != b,
                    "<" => a < b,
                    ">" => a > b,
                    _ => a == b,
                };
                return Given::One(Cell::Flag(holds));
            }
        }
        left
    }

    fn joined(&mut self) -> Given {
        let mut left = self.sum();
        while self.takes("&") {
            let right = self.sum().alone().text();
            left = Given::One(Cell::Text(left.alone().text() + &right));
        }
        left
    }

    fn sum(&mut self) -> Given {
        let mut left = self.product();
        loop {
            let sign = if self.takes("+") {
                1.0
            } else if self.takes("-") {
                -1.0
            } else {
                return left;
            };
            let right = self.product().alone().number();
            left = Given::One(Cell::Number(left.alone().number() + sign * right));
        }
    }

    fn product(&mut self) -> Given {
        let mut left = self.power();
        loop {
            if self.takes("*") {
                let right = self.power().alone().number();
                left = Given::One(Cell::Number(left.alone().number() * right));
            } else if self.takes("/") {
                let right = self.power().alone().number();
                left = Given::One(Cell::Number(left.alone().number() / right));
            } else {
                return left;
            }
        }
    }

    fn power(&mut self) -> Given {
        let mut left = self.signed();
        while self.takes("^") {
            let right = self.signed().alone().number();
            left = Given::One(Cell::Number(left.alone().number().powf(right)));
        }
        left
    }

    fn signed(&mut self) -> Given {
        if self.takes("-") {
            return Given::One(Cell::Number(-self.signed().alone().number()));
        }
        self.one()
    }

    fn one(&mut self) -> Given {
        if self.takes("(") {
            let inner = self.compared();
            assert!(self.takes(")"));
            return inner;
        }
        if self.takes("\"") {
            let text = self.while_(|letter| letter != '"');
            assert!(self.takes("\""));
            return Given::One(Cell::Text(text.into()));
        }
        if self.rest.starts_with(|letter: char| letter.is_ascii_digit()) {
            let number = self.while_(|letter| letter.is_ascii_digit() || letter == '.');
            return Given::One(Cell::Number(number.parse().unwrap()));
        }
        let name = self.while_(|letter| letter.is_ascii_alphanumeric() || letter == '$');
        if self.takes("(") {
            return Given::One(self.called(name));
        }
        if self.takes("!") {
            let first = self.while_(|letter| letter.is_ascii_alphanumeric() || letter == '$');
            return self.cells(name, first);
        }
        self.cells(self.sheet, name)
    }

    fn cells(&mut self, sheet: &str, first: &str) -> Given {
        let from = place(first);
        if !self.takes(":") {
            return Given::One(self.book.computed(sheet, from.0, from.1));
        }
        let to = place(self.while_(|letter| letter.is_ascii_alphanumeric() || letter == '$'));
        let rows = (from.0..=to.0).flat_map(|row| (from.1..=to.1).map(move |column| (row, column)));
        Given::Many(
            rows.map(|(row, column)| self.book.computed(sheet, row, column))
                .collect(),
        )
    }

    fn called(&mut self, name: &str) -> Cell {
        let mut given = vec![self.compared()];
        while self.takes(",") {
            given.push(self.compared());
        }
        assert!(self.takes(")"), "{name} at `{}`", self.rest);
        let mut given = given.into_iter();
        let numbers = |given: Given| -> Vec<f64> {
            let numbers = given.all().into_iter().filter(|cell| matches!(cell, Cell::Number(_)));
            numbers.map(|cell| cell.number()).collect()
        };
        match name {
            "SUM" => Cell::Number(given.flat_map(numbers).sum()),
            "MAX" => Cell::Number(given.flat_map(numbers).fold(f64::MIN, f64::max)),
            "MIN" => Cell::Number(given.flat_map(numbers).fold(f64::MAX, f64::min)),
            "COUNT" => Cell::Number(given.flat_map(numbers).count() as f64),
            "AND" => Cell::Flag(given.all(|each| each.alone().number() != 0.0)),
            "OR" => Cell::Flag(given.any(|each| each.alone().number() != 0.0)),
            "ROUND" => {
                let scale = 10_f64.powf(given.next_back().unwrap().alone().number());
                Cell::Number((given.next().unwrap().alone().number() * scale).round() / scale)
            }
            "IF" => {
                let mut given = given.map(Given::alone);
                let (asked, yes, no) = (given.next().unwrap(), given.next().unwrap(), given.next().unwrap());
                if asked.number() != 0.0 { yes } else { no }
            }
            "SUMIF" => {
                let (asked, rule) = (given.next().unwrap().all(), given.next().unwrap().alone());
                let summed = given.next().map_or_else(|| asked.clone(), Given::all);
                let pairs = asked.iter().zip(&summed).filter(|(cell, _)| keeps(cell, &rule));
                Cell::Number(pairs.map(|(_, amount)| amount.number()).sum())
            }
            "SUMIFS" => {
                let summed = given.next().unwrap().all();
                let mut kept = vec![true; summed.len()];
                while let (Some(asked), Some(rule)) = (given.next(), given.next()) {
                    let rule = rule.alone();
                    for (kept, cell) in kept.iter_mut().zip(asked.all()) {
                        *kept &= keeps(&cell, &rule);
                    }
                }
                Cell::Number(
                    summed
                        .iter()
                        .zip(kept)
                        .filter(|(_, kept)| *kept)
                        .map(|(cell, _)| cell.number())
                        .sum(),
                )
            }
            other => panic!("no function {other}"),
        }
    }
}

/// Whether a cell meets the rule of a conditional sum: a number, or a sign and a number.
fn keeps(cell: &Cell, rule: &Cell) -> bool {
    let value = cell.number();
    match rule {
        Cell::Text(text) => {
            let at = text.find(|letter: char| letter.is_ascii_digit()).unwrap();
            let wanted: f64 = text[at..].parse().unwrap();
            match &text[..at] {
                "<" => value < wanted,
                ">" => value > wanted,
                "<=" => value <= wanted,
                ">=" => value >= wanted,
                other => panic!("no sign {other}"),
            }
        }
        other => value == other.number(),
    }
}

/// Row and column of `$AB$12`.
fn place(name: &str) -> (usize, usize) {
    let name = name.replace('$', "");
    let at = name.find(|letter: char| letter.is_ascii_digit()).unwrap();
    let column = name[..at]
        .bytes()
        .fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1);
    (name[at..].parse::<usize>().unwrap() - 1, column - 1)
}
