//! What was found in a file that a person should know of: faults, repairs,
//! notes. Intake never stops at the first one.

use serde::{Deserialize, Serialize};

use super::place::Place;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// The file, sheet or value could not be used.
    Fault,
    /// It was used, but somebody should look.
    Doubt,
    /// It was mended automatically; the original stands in `found`.
    Repair,
    /// Something that was understood and left out, or is good to know.
    Note,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: &[Self] = &[Self::Fault, Self::Doubt, Self::Repair, Self::Note];
}

/// One finding. The sentences for it (title, what was expected, what to do)
/// come from the catalogue by `kind`, so that they exist in every language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Which finding it is.
    pub kind: ProblemKind,
    /// Where it stands.
    pub place: Place,
    /// What stood there, as the file has it; its beginning where it is long.
    pub found: String,
    /// What was made of it, or what it is about (a column's name, a limit).
    pub subject: String,
}

/// The most characters of a text that a problem repeats.
const REPEATED: usize = 200;

/// The beginning of a text, with an ellipsis where more follows.
fn beginning(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(REPEATED) {
        text.truncate(end);
        text.push('…');
    }
    text
}

impl Problem {
    /// A problem with what was found and what it is about.
    pub fn new(kind: ProblemKind, place: Place, found: impl Into<String>, subject: impl Into<String>) -> Self {
        Self { kind, place, found: beginning(found.into()), subject: beginning(subject.into()) }
    }

    /// The kind's severity.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident: $severity:ident,)*) => {
        /// Every finding that intake or a calculation can report.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum ProblemKind { $($(#[$doc])* $name,)* }

        impl ProblemKind {
            /// All kinds, in the order in which they are listed.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// How much it matters.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

kinds! {
    /// The file has no bytes, or no cell with anything in it.
    EmptyFile: Fault,
    /// The browser could not read it: it is a folder, or it is gone.
    FileUnreadable: Fault,
    /// The bytes are of no format that can be read.
    UnknownFormat: Fault,
    /// The name says one format, the content is another; the content counts.
    NameMisleads: Note,
    /// The workbook needs a password to open.
    PasswordProtected: Fault,
    /// The container is damaged; what stands before the damage is read.
    DamagedFile: Fault,
    /// The container is damaged, and nothing of it could be read.
    FileLost: Fault,
    /// Larger than the limit named in `subject`.
    TooLarge: Fault,
    /// More rows than the limit in `subject`; the first ones are read.
    TooManyRows: Fault,
    /// More cells than the limit in `subject`; the first ones are read.
    TooManyCells: Fault,
    /// More columns than the limit in `subject`; `found` says which are left out,
    /// and how many cells of them.
    TooManyColumns: Fault,
    /// A text longer than a spreadsheet's cell can hold was cut.
    CellTooLong: Doubt,
    /// Equipment worth so little per pupil that it seems to be in 万元.
    UnitDoubtful: Doubt,
    /// Cells far outside the table were left out.
    StrayCell: Doubt,
    /// No row looks like a header.
    NoHeader: Fault,
    /// A row with a number, which the person chose as header.
    HeaderOfValues: Doubt,
    /// A second heading names the columns otherwise than the first; the rows
    /// below it, `subject` of them, are not read.
    HeadingDiffers: Fault,
    /// A second table beside the first, whose columns are in `subject`, is not
    /// read.
    TableBeside: Fault,
    /// The sheet holds sentences and no table.
    SheetOfText: Note,
    /// The header was found, but no column for schools.
    NoSchoolColumn: Fault,
    /// The sheet has schools and nothing about them that can be read.
    NoValueColumn: Doubt,
    /// The text was decoded with an encoding that had to be found out.
    EncodingFound: Note,
    /// Zero bytes in a text, as many as `found` says, were left out.
    ZerosDropped: Doubt,
    /// The text could not be decoded without loss.
    EncodingDoubtful: Doubt,
    /// A file in a zip that is no table (`found`) was left out.
    MemberLeftOut: Note,
    /// A file in a zip (`found`) is encrypted.
    MemberEncrypted: Fault,
    /// A zip has more files, or larger ones, than the limit in `subject`; those
    /// before the one in `found` are read.
    ArchiveTooLarge: Fault,
    /// Another file, named in `found`, has the same bytes; it is not counted.
    SameFile: Note,
    /// A quote that opens a cell of a CSV file and is not closed; its line is
    /// read without quoting.
    UnclosedQuote: Doubt,
    /// Two columns claim the same meaning; the first is used.
    ColumnAmbiguous: Doubt,
    /// A column with numbers that no entry of the dictionary names.
    ColumnUnknown: Note,
    /// A number stored as text.
    NumberAsText: Repair,
    /// Full-width digits or other characters were made plain.
    FullWidthDigits: Repair,
    /// A percentage as text or as a fraction was brought to percent.
    PercentRepaired: Repair,
    /// A rate that was read in percent and may be a fraction of 1.
    RateUnclear: Doubt,
    /// A thousands separator or unit was removed.
    SeparatorRemoved: Repair,
    /// A comma that may be a decimal point: `subject` is the number then.
    DecimalComma: Doubt,
    /// A number in another unit than its quantity's own: `subject` is what it
    /// is in that.
    UnitConverted: Repair,
    /// A unit, in `subject`, that is none of the quantity's.
    UnitUnknown: Doubt,
    /// Columns, in `subject`, that name no unit are in the one that stands above
    /// the header.
    UnitFromTitle: Note,
    /// Spaces around a name were removed.
    SpacesTrimmed: Repair,
    /// A text where a number is expected.
    NotANumber: Fault,
    /// A negative number where none can be.
    NegativeValue: Fault,
    /// A number outside the range of its kind (a rate above 100 %, half a pupil).
    OutOfRange: Doubt,
    /// A needed value is not there.
    MissingValue: Doubt,
    /// A school has resources but no enrolment.
    MissingEnrolment: Fault,
    /// An error cell such as #DIV/0!.
    ErrorCell: Fault,
    /// A formula whose file has no computed value.
    FormulaWithoutValue: Fault,
    /// Two rows of one table speak of the same school and year.
    DuplicateSchool: Fault,
    /// Another table has a different value for the same school, field and year;
    /// the first is used unless the person takes this one.
    ValueDiffers: Doubt,
    /// A year that cannot be read.
    BadYear: Fault,
    /// A count and a rate of the same row disagree.
    RateDisagrees: Doubt,
    /// A total row was left out of the calculation.
    TotalRowSkipped: Note,
    /// A note or title row was left out.
    NoteRowSkipped: Note,
    /// A hidden sheet, row or column was read like the others.
    HiddenRead: Note,
    /// The sheet was recognised but no result uses it.
    SheetUnused: Note,
    /// The kind of school (小学, 初级中学 …) is not known.
    UnknownSchoolKind: Doubt,
    /// The kind of school does not fit the pupils entered.
    KindDisagrees: Doubt,
    /// Indoor sports rooms are larger than the teaching area they are part of.
    AreaNegative: Fault,
    /// More subjects than the limit in `subject`; those beyond are left out.
    TooManySubjects: Fault,
    /// A column of a table of marks that is neither a subject nor known.
    ColumnUnread: Note,
    /// The sheet has pupils and no column of marks.
    NoMarkColumn: Fault,
    /// A number written in Chinese characters.
    IdeographicDigits: Repair,
    /// A zero and a status in one cell: 0(缺考).
    MarkBesideStatus: Repair,
    /// A mark, and a status that says there is none.
    MarkAgainstStatus: Doubt,
    /// A sign such as “—” in a cell of marks was read as absent.
    SignForAbsence: Repair,
    /// A pupil without any mark or status.
    NoMarks: Doubt,
    /// All marks of a pupil are 0.
    AllZero: Doubt,
    /// A column of a subject without any entry.
    SubjectNotExamined: Note,
    /// More than a fifth of the pupils have a blank in a subject.
    SubjectElective: Note,
    /// A mark above the full mark in `subject`.
    MarkAboveFull: Doubt,
    /// The highest mark does not fit the full mark.
    FullMarkDoubtful: Doubt,
    /// The total is not the sum of the subjects.
    TotalDiffers: Doubt,
    /// The totals of most pupils are not the sums of the subjects.
    TotalOther: Doubt,
    /// Spaces, full-width digits or a point were taken out of a person's number.
    NumberCleaned: Repair,
    /// A person's number that a spreadsheet shortened.
    NumberDamaged: Doubt,
    /// A person's number is shorter or longer than the others of its column;
    /// perhaps zeros at its front were lost.
    NumberLength: Doubt,
    /// A class that a spreadsheet made a date of.
    DateForClass: Doubt,
    /// A row of data without a number and without a name.
    PersonUnnamed: Doubt,
    /// Two rows have one number and differ.
    PersonTwice: Fault,
    /// Two names have one number.
    NumberShared: Fault,
    /// A whole row stands twice.
    RowTwice: Repair,
    /// A table stands in two sheets or files.
    TableTwice: Note,
    /// Several persons have one name, school and class, and no number.
    Namesakes: Doubt,
    /// A word that the column does not know.
    UnknownWord: Doubt,
    /// A school of pupils, teachers or classes that no table of schools has.
    SchoolUnlisted: Doubt,
    /// A header that is one sign from a word of the dictionary, in `subject`.
    HeaderMisspelt: Doubt,
    /// A sheet without a column of schools is about the one that it, its title
    /// or its file is named after.
    SchoolFromName: Note,
    /// A sheet without a column of years is of the one that it, its title or
    /// its file names.
    YearFromName: Note,
    /// Two names that may be one school; `subject` is the other.
    SchoolAlike: Doubt,
    /// A name that the person took for another one, in `subject`.
    SchoolUnited: Note,
    /// A name that the person said is another school than the one in `subject`.
    SchoolsApart: Note,
    /// A value that fits the others of its column when taken in another unit.
    UnitSlip: Doubt,
    /// A headcount that is not the sum of its parts.
    HeadcountDiffers: Doubt,
    /// A school's code that a spreadsheet shortened.
    CodeDamaged: Doubt,
    /// A school's code that is shorter than the others: zeros at its front may
    /// be lost.
    CodeLength: Doubt,
    /// A campus that does not count as a school stands as one.
    CampusUncounted: Doubt,
    /// A campus that does not count as a school, by its name one of the school
    /// in `subject`.
    CampusOfSchool: Doubt,
    /// A campus whose figures were added to those of its school, in `subject`.
    CampusJoined: Note,
    /// Teachers above the required degree, added up by degree.
    DegreesSummed: Repair,
    /// Teachers of sports and arts, added up by course.
    ArtsSummed: Repair,
    /// Teachers by degree or course, of which a part that a sum needs has no
    /// column.
    PartsMissing: Doubt,
    /// A date or a number where a school's name is expected.
    SchoolNotNamed: Fault,
    /// The column of schools' names holds numbers; `subject` is a column that
    /// seems to hold the names.
    CodesForNames: Fault,
    /// Columns are read as the person chose for another file of this layout.
    LayoutRemembered: Note,
    /// A cell was typed anew by the person; `subject` is what stands there now.
    CellEdited: Note,
    /// Two rows speak of one class of a school; `subject` is the first.
    ClassTwice: Fault,
    /// A class has no pupils.
    ClassEmpty: Fault,
    /// Neither its grade nor its school tells of which stage a class is.
    ClassStage: Doubt,
    /// A class of a kindergarten, which no stage counts.
    ClassPreschool: Note,
    /// A class has so many pupils that it may be a grade.
    ClassLarge: Doubt,
    /// A table whose rows seem to be grades with the number of their classes.
    ClassesCounted: Doubt,
    /// The classes of a school do not add up to its pupils: `subject` is their
    /// sum, and where they begin.
    ClassesDiffer: Doubt,
}

impl ProblemKind {
    /// Whether the program can carry out what a finding of the kind proposes,
    /// and the person decides whether it does.
    pub const fn is_ruled(self) -> bool {
        self.applied() || self.is_proposal()
    }

    /// Whether it is carried out where the person decided nothing: repairs
    /// that lose nothing are.
    pub const fn applied(self) -> bool {
        matches!(self.severity(), Severity::Repair)
    }

    /// Whether it proposes something that is carried out only when the person
    /// says so.
    pub const fn is_proposal(self) -> bool {
        use ProblemKind::*;
        matches!(self, UnitDoubtful | UnitSlip | HeaderMisspelt | SchoolAlike | CodeLength | AllZero | NumberLength)
            || matches!(self, CampusOfSchool | ValueDiffers | DecimalComma)
    }
}
