//! One of each chart.

use suanpan::chart::scene::Tone;
use suanpan::chart::*;

pub fn value(number: f64) -> Value {
    Value::of(number).unwrap()
}

pub fn level(number: f64, label: &str) -> Option<Level> {
    Some(Level { value: value(number), label: label.to_owned() })
}

pub fn bars() -> Bars {
    let parts = [("A 40%", 0.4), ("B 25%", 0.25)];
    let bar = |name: &str, number: Option<f64>, text: &str, tone| Bar {
        name: name.to_owned(),
        value: number.map(value),
        parts: parts.iter().map(|(name, share)| Part { name: (*name).to_owned(), share: value(*share) }).collect(),
        text: text.to_owned(),
        tone,
        hint: format!("{name}:{text}"),
    };
    Bars {
        title: "差异系数与限值 · 小学".into(),
        description: "七项差异系数的条形图:4 项未超过限值 0.50,1 项超过,2 项待评估。".into(),
        limit: level(0.5, "限值 0.50"),
        bars: vec![
            bar("L1 高学历教师", Some(0.298), "0.298", Tone::C1),
            bar("L2 骨干教师", Some(0.5018), "✕ 0.502", Tone::Bad),
            bar("L3 体艺教师", Some(0.402), "0.402", Tone::C1),
            bar("L4 教辅用房", Some(0.288), "0.288", Tone::C1),
            bar("L5 运动场馆", Some(0.375), "▨ 0.375", Tone::Quiet),
            bar("L6 仪器设备", None, "▨ 缺", Tone::Quiet),
            bar("L7 多媒体教室", Some(0.394), "0.394", Tone::C1),
        ],
    }
}

pub fn ranked() -> Ranked {
    let school = |name: &str, number: Option<f64>, text: &str, pupils: f64, tone| School {
        name: name.to_owned(),
        value: number.map(value),
        text: text.to_owned(),
        pupils: Some(value(pupils)),
        tone,
        hint: format!("{name}:{text},{pupils} 人"),
    };
    Ranked {
        title: "每百名学生拥有县级以上骨干教师数 · 小学".into(),
        description: "13 所小学从高到低:2 所低于 85%,1 所缺数。".into(),
        mean: level(1.08, "县均值 1.08"),
        threshold: level(1.0, "标准 1"),
        floor: level(0.85, "85% 线 0.85"),
        schools: vec![
            school("城关小学", Some(1.01), "1.01", 690.0, Tone::C1),
            school("城北小学", Some(0.71), "✕ 0.71", 1355.0, Tone::Bad),
            school("桃源小学", Some(1.37), "1.37", 1445.0, Tone::C1),
            school("白塔小学", Some(1.11), "1.11", 519.0, Tone::C1),
            school("尤溪小学", Some(0.8), "✕ 0.80", 964.0, Tone::Bad),
            school("小芝小学", Some(1.15), "1.15", 217.0, Tone::C1),
            school("青山学校(小学部)", Some(1.17), "1.17", 1768.0, Tone::C1),
            school("沿江学校(小学部)", Some(0.94), "◐ 0.94", 828.0, Tone::Near),
            school("括苍小学", None, "▨ 缺", 423.0, Tone::Quiet),
            school("临海市杜桥镇中心小学附属实验分校", Some(1.12), "1.12", 1230.0, Tone::C1),
        ],
    }
}

pub fn lorenz() -> Lorenz {
    let curve = |name: &str, points: &[(f64, f64)]| Curve {
        name: name.to_owned(),
        points: points.iter().map(|(x, y)| (value(*x), value(*y))).collect(),
    };
    Lorenz {
        title: "骨干教师的洛伦兹曲线 · 小学".into(),
        description: "骨干教师最少的学校有 40% 的学生、24% 的骨干教师。".into(),
        across: "学生累计占比(从人均最少的学校起)".into(),
        upwards: "骨干教师累计占比".into(),
        diagonal: "完全均等".into(),
        curves: vec![
            curve("2025 基尼系数 0.213", &[(0.2, 0.09), (0.4, 0.24), (0.6, 0.43), (0.8, 0.67)]),
            curve("调配后 0.120", &[(0.2, 0.14), (0.4, 0.32), (0.6, 0.52), (0.8, 0.75)]),
        ],
    }
}

pub fn trend() -> Trend {
    let series = |name: &str, numbers: [Option<f64>; 6], place| Series {
        name: name.to_owned(),
        values: numbers.iter().map(|number| number.map(value)).collect(),
        tone: Tone::series(place),
    };
    let all = |numbers: [f64; 6]| numbers.map(Some);
    Trend {
        title: "差异系数逐年变化 · 小学".into(),
        description: "六年里骨干教师的差异系数从 0.61 降到 0.50。".into(),
        years: (2020..2026).map(|year| year.to_string()).collect(),
        limit: level(0.5, "限值 0.50"),
        series: vec![
            series("骨干教师 0.502", all([0.61, 0.58, 0.57, 0.55, 0.52, 0.502]), 0),
            series("体艺教师 0.402", all([0.48, 0.47, 0.45, 0.43, 0.41, 0.402]), 1),
            series("多媒体教室 0.394", [Some(0.52), Some(0.5), None, None, Some(0.42), Some(0.394)], 2),
            series("仪器设备 0.390", [None, Some(0.44), None, Some(0.41), Some(0.4), Some(0.39)], 3),
        ],
    }
}

pub fn decomposition() -> Decomposition {
    let whole = |name: &str, parts: [(&str, f64); 4]| Whole {
        name: name.to_owned(),
        parts: parts.iter().map(|(name, share)| Part { name: (*name).to_owned(), share: value(*share) }).collect(),
    };
    Decomposition {
        title: "差异来自组间还是组内 · 小学".into(),
        description: "骨干教师的差异有 38% 在城区、镇区、乡村之间。".into(),
        wholes: vec![
            whole(
                "L2 骨干教师 泰尔指数 0.084",
                [("组间 38%", 0.38), ("城区内 31%", 0.31), ("镇区内 19%", 0.19), ("乡村内 12%", 0.12)],
            ),
            whole(
                "L6 仪器设备 泰尔指数 0.031",
                [("组间 3%", 0.03), ("城区内 22%", 0.22), ("镇区内 40%", 0.4), ("乡村内 35%", 0.35)],
            ),
        ],
    }
}

pub fn matrix(rows: usize) -> Matrix {
    let names = ["高学历教师", "骨干教师", "体艺教师", "教辅用房", "运动场馆", "仪器设备", "多媒体教室"];
    let columns = names.iter().zip(1..).map(|(name, code)| Column {
        code: format!("L{code}"),
        name: (*name).to_owned(),
        least: String::new(),
    });
    let cell = |row: usize, column: usize| {
        let (state, text) = match (row * 7 + column * 3) % 11 {
            0 => (State::Within, "3.88"),
            1 => (State::Below, "0.71"),
            2 if row.is_multiple_of(3) => (State::Missing, "缺"),
            _ => (State::Met, "5.02"),
        };
        Cell { state, text: text.into(), hint: format!("第 {row} 所 L{}:{text}", column + 1) }
    };
    let schools = ["城关小学", "城北小学", "青山学校(小学部)", "大田第二小学", "临海市杜桥镇中心小学附属实验分校"];
    Matrix {
        title: "各校达标情况 · 小学".into(),
        description: "每行一所学校,每列一项指标。".into(),
        columns: columns.collect(),
        rows: (0..rows)
            .map(|row| MatrixLine {
                name: schools[row % schools.len()].to_owned(),
                cells: (0..names.len()).map(|column| cell(row, column)).collect(),
            })
            .collect(),
        key: ["达标", "不低于 85%", "低于 85%", "缺数"].map(str::to_owned),
    }
}
