//! Texts: indices of inequality.

use super::{Lang, texts};

// Names.
impl Lang {
    texts! {
        index_variation => "校际差异系数(CV)", "Coefficient of variation (CV)";
        index_variation_squared => "校际差异系数的平方(CV²)", "Square of the coefficient of variation (CV²)";
        index_range => "极差", "Range";
        index_range_ratio => "极差率", "Range ratio";
        index_percentile_ratio => "倍率 P90/P10", "Percentile ratio P90/P10";
        index_restricted_range => "限制极差(P95 − P5)", "Restricted range (P95 − P5)";
        index_federal_ratio => "联邦极差比", "Federal range ratio";
        index_gini => "基尼系数", "Gini coefficient";
        index_gini_corrected => "修正基尼系数", "Gini coefficient, corrected";
        index_theil_t => "泰尔指数 T", "Theil index T";
        index_theil_l => "泰尔指数 L(平均对数偏差)", "Theil index L (mean log deviation)";
        index_half_square => "广义熵指数 GE(2)", "Generalised entropy GE(2)";
        index_atkinson_half => "阿特金森指数(ε = 0.5)", "Atkinson index (ε = 0.5)";
        index_atkinson_one => "阿特金森指数(ε = 1)", "Atkinson index (ε = 1)";
        index_atkinson_two => "阿特金森指数(ε = 2)", "Atkinson index (ε = 2)";
        index_hoover => "胡佛指数", "Hoover index";
        index_mcloone => "麦克卢恩指数", "McLoone index";
        index_verstegen => "韦斯特根指数", "Verstegen index";
        index_concentration => "赫芬达尔指数(HHI)", "Herfindahl–Hirschman index (HHI)";
        index_concentration_normalised => "标准化赫芬达尔指数", "Herfindahl–Hirschman index, normalised";
        index_wolfson => "沃尔夫森极化指数", "Wolfson polarisation index";
        index_by_pupils => "按学生数加权", "Weighted by pupils";
        index_by_schools => "各校等权", "Every school the same";
    }
}

// What they tell.
impl Lang {
    texts! {
        index_tells_variation => "各校生均数偏离全县均值的程度,以均值为单位;国家标准用的就是它。", "How far schools lie from the county mean, in units of that mean: the measure of the national standard.";
        index_tells_range => "最好与最差的学校相差多少。", "How far apart the best and the worst school are.";
        index_tells_range_ratio => "最好的学校是最差的几倍。", "How many times the worst school the best one has.";
        index_tells_percentile_ratio => "去掉两头各 10% 后,高的是低的几倍。", "High over low with the tenths at both ends left out.";
        index_tells_restricted_range => "去掉两头各 5% 后,高低相差多少。", "High less low with the twentieths at both ends left out.";
        index_tells_federal_ratio => "去掉两头各 5% 后,高的比低的多出几倍。", "By how many times the high exceeds the low, with the twentieths at both ends left out.";
        index_tells_gini => "任取两名学生,生均数平均相差多少(相对均值的一半);0 为完全均等。", "Half the average difference between two pupils, relative to the mean; 0 is equality.";
        index_tells_gini_corrected => "学校很少时基尼系数到不了 1,这里按学校的多少校正。", "With few schools the Gini coefficient cannot reach 1; this makes up for it.";
        index_tells_theil_t => "对资源多的一端更敏感,可以精确分成组间、组内两部分。", "More sensitive to the top; splits exactly into differences between and within groups.";
        index_tells_theil_l => "对资源少的一端更敏感,可以精确分成组间、组内两部分。", "More sensitive to the bottom; splits exactly into differences between and within groups.";
        index_tells_half_square => "差异系数平方的一半,对最高的学校最敏感。", "Half the square of CV; most sensitive to the very top.";
        index_tells_atkinson_half => "改为人人均等,可以省下多大比例的资源而不损整体福利;对差的一端略有侧重。", "What part of the resource equality would save without loss of welfare; slight concern for the bottom.";
        index_tells_atkinson_one => "改为人人均等,可以省下多大比例的资源而不损整体福利;对差的一端侧重适中。", "What part of the resource equality would save without loss of welfare; moderate concern for the bottom.";
        index_tells_atkinson_two => "改为人人均等,可以省下多大比例的资源而不损整体福利;对差的一端侧重很大。", "What part of the resource equality would save without loss of welfare; strong concern for the bottom.";
        index_tells_hoover => "要做到人人均等,须有多大比例的资源换学校。", "What part of the resource would have to change schools for equality.";
        index_tells_mcloone => "下半部分学生的均值是中位数的几成;1 为下半部分完全均等。", "The mean of the lower half as a part of the median; 1 is equality in the lower half.";
        index_tells_verstegen => "上半部分学生的均值是中位数的几倍;1 为上半部分完全均等。", "The mean of the upper half as a multiple of the median; 1 is equality in the upper half.";
        index_tells_concentration => "资源总量集中在少数学校的程度。", "How far the total is concentrated in a few schools.";
        index_tells_concentration_normalised => "资源总量集中在少数学校的程度,换算到 0–1,学校数不同也可比较。", "How far the total is concentrated in a few schools, on 0 to 1 whatever the number of schools.";
        index_tells_wolfson => "中间层是否被掏空、向两端分化。", "How far the middle is hollowed out towards two ends.";
    }
}

// What they are mistaken for.
impl Lang {
    texts! {
        index_trap_variation => "与熵权法里的“差异系数”(1 − 熵)不是一回事。", "Not the “coefficient of difference” (1 − entropy) of entropy weighting.";
        index_trap_quantile => "分位数有多种算法:加权用累计学生数首次达到的值,等权用第 7 型插值(Excel 的 PERCENTILE.INC)。", "Quantiles come in several kinds: weighted, the first value that so many pupils reach; unweighted, type 7 (Excel's PERCENTILE.INC).";
        index_trap_gini => "须按生均值排序。流传的“按总量排序、再乘 0.5”的算法是错的。", "Sort by values per pupil. A recipe in circulation sorts by totals and multiplies by 0.5: it is wrong.";
        index_trap_gini_corrected => "与未修正的基尼系数不可混比。", "Do not compare it with the uncorrected one.";
        index_trap_theil => "泰尔指数有 T、L 两个。R 的 REAT::theil 算出来的是 L。", "There are two, T and L. What R's REAT::theil gives is L.";
        index_trap_mcloone => "越大越均等,与其他指数相反。", "More is more equal, unlike the others.";
        index_trap_concentration => "看的是总量:学校有大有小,生均完全相同也不为最小。", "It looks at totals: with schools of different size it is not least even when every pupil has the same.";
        index_trap_wolfson => "极化不是不均等:在中位数同侧由高补低,反而会升高。", "Polarisation is not inequality: a transfer from high to low on one side of the median raises it.";
    }
}

// Why there is none.
impl Lang {
    texts! {
        undefined_no_unit => "没有学校", "no school";
        undefined_one_unit => "只有一个单位,无法比较", "one unit: nothing to compare";
        undefined_out_of_range => "人数不大于 0,或数值过大,无法计算", "a size not above 0, or numbers too large to compute";
        undefined_negative => "有负数,无意义", "a negative value: undefined";
        undefined_zero => "有为 0 的值,结果为无穷大", "a value of 0: infinite";
        undefined_zero_mean => "全部为 0,无意义", "all are 0: undefined";
        undefined_empty_group => "两组中有一组没有学生", "one of the two groups has no pupils";
        undefined_no_spread => "所有分数相同,没有差异可分", "all scores are the same: no variance to share";
        undefined_none_within => "每组只有一人,组内差异无从得知", "one member a group: nothing is known within";
        undefined_repeated => "同一年份或同一单位重复出现", "a year or a unit stands twice";
    }
}
